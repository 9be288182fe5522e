"""How notices word the headers of their columns, beside the tool's own words for them."""

from __future__ import annotations

HEADER_WORDS: dict[str, tuple[str, ...]] = {
    "purpose": (
        "purpose", "why we", "why do we", "what for", "reason", "use of data", "how we use",
        "zweck", "wozu", "finalit", "objectif", "pourquoi", "finalidad", "para qué", "scop",
        "doel", "waarom", "cel", "po co", "účel", "účely", "ändamål", "syfte", "formål",
        "tarkoitu", "cél", "célja", "propósito", "σκοπ", "цел", "ціл", "мета", "amaç", "amac",
        "غرض", "أغراض", "מטר", "目的", "用途", "목적", "svrh", "namen", "eesmär", "nolūk",
        "mērķ", "tiksl", "għan", "críoch", "cuspóir",
        # Questions that a header asks instead of naming what answers them.
        "what we use", "what do we use", "why your", "used for", "wofür", "weshalb", "warum",
        "quelles fins", "aux fins", "fines", "para que", "por qué", "por que", "per cosa",
        "perché", "a cosa serv", "waar we", "waarvoor", "waartoe", "do czego", "dlaczego",
        "k čemu", "na co", "proč", "na čo", "prečo", "mire", "miért", "pentru ce", "de ce",
        "porquê", "varför", "hvorfor", "miksi", "mihin", "miks", "milleks", "kāpēc", "kodėl",
        "γιατί", "защо", "за какво", "для чего", "зачем", "почему", "для чого", "навіщо",
        "neden", "niçin", "ne için", "لماذا", "למה", "なぜ", "이유", "为什么", "為什麼",
        "zašto", "čemu", "zakaj", "cén fáth", "วัตถุประสงค์", "mục đích", "tujuan", "هدف",
        "उद्देश्य", "finalitat", "сврх",
    ),
    "personal_data": (
        "personal data", "personal information", "data processed", "categories of data",
        "types of data", "type of data", "data categor", "what data", "what information",
        "which data", "data we", "information we", "information collected", "data collected",
        "data used", "data type", "personenbezogene", "datenkategorie", "datenart",
        "welche daten", "verarbeitete daten", "kategorien von daten", "donnée", "datos",
        "dati personali", "dati trattati", "categorie di dati", "tipi di dati",
        "persoonsgegevens", "gegevens", "dane", "danych", "osobní údaje", "osobních údajů",
        "osobné údaje", "osobných údajov", "personuppgift", "personoplysning",
        "personopplysning", "oplysninger", "uppgifter", "henkilötie", "személyes",
        "date cu caracter", "datele", "dados", "δεδομέν", "лични данни", "данни",
        "персональн", "данные", "дані", "дани", "kişisel veri", "veriler", "بيانات",
        "معلومات", "מידע", "נתונים", "個人データ", "個人情報", "データ", "개인정보",
        "개인 정보", "个人数据", "个人信息", "個人資料", "数据", "osobni podaci",
        "osobnih podataka", "osebni podatki", "osebnih podatkov", "isikuandme",
        "personas dat", "asmens duomen", "duomen", "data personali", "sonraí", "adatok",
        "ข้อมูลส่วนบุคคล", "dữ liệu cá nhân", "thông tin cá nhân", "data pribadi",
        "داده‌های شخصی", "व्यक्तिगत", "dades", "податак", "подаци",
        # One of them, as tables with a row for each kind say.
        "tipo de dato", "tipo di dato", "tipo de dado", "categoria di dato", "type gegeven",
        # Of lists of what a database holds, beside its types: "Datentyp" is no personal data.
        "feldname", "datenfeld", "field name", "data field", "nom du champ", "nombre del campo",
        "nome del campo", "nome do campo", "veldnaam", "nazwa pola", "fältnamn", "feltnavn",
    ),
    "legal_basis": (
        "legal basis", "lawful basis", "legal ground", "legal base", "rechtsgrund",
        "base légale", "base juridi", "fondement", "base legal", "base giuridica",
        "rechtsgrond", "grondslag", "podstawa", "právní", "právny", "rättslig", "lagenlig",
        "retsgrundlag", "hjemmel", "rettslig", "oikeusperuste", "jogalap", "temei",
        "fundamento", "νομική", "правно основание", "правовое", "основание", "правова",
        "підстав", "hukuki", "أساس", "בסיס", "法的根拠", "根拠", "법적", "법적 근거", "法律",
        "法律依据", "pravna osnova", "pravna podlaga", "õiguslik", "juridisk", "teisinis",
        "bażi", "bunús", "legal bas", "lawful bas", "bases légales", "bases juridi",
        "bases legales", "bases legais", "base jurídica", "bases jurídicas", "legitimación",
        "basi legali", "basi giuridiche", "wettelijke basis", "правовая", "правові",
        "yasal dayana", "hukuka uygun", "ฐานกฎหมาย", "ฐานทางกฎหมาย", "cơ sở pháp lý",
        "dasar hukum", "مبنای قانونی", "कानूनी आधार", "правни основ",
    ),
    "legitimate_interest": (
        "legitimate interest", "our interest", "berechtigte", "intérêt", "interés legítimo",
        "legittimo", "gerechtvaardigd", "uzasadnion", "oprávněn", "oprávnen", "berättigat",
        "legitim interesse", "berettiget", "oikeutettu", "jogos érdek", "interes legitim",
        "interesse legítimo", "έννομο", "легитимен", "законный интерес", "законний", "meşru",
        "المصلحة", "אינטרס", "正当な利益", "정당한", "正当利益", "正當利益", "õigustatud",
    ),
    "recipients": (
        "recipient", "who we share", "shared with", "sharing", "third part", "disclos",
        "empfänger", "weitergabe", "destinata", "ontvanger", "odbiorc", "příjemc", "príjemc",
        "mottagare", "modtager", "mottaker", "vastaanottaj", "címzett", "αποδέκτ",
        "получател", "одержувач", "alıcı", "المتلق", "מקבל", "取得者", "提供先", "제공받는",
        "接收方", "接收者", "primatelj", "uporabnik", "vastuvõtja", "saņēmēj", "gavėj",
        "riċevitur", "faighteoir",
    ),
    "source": (
        "source", "where we get", "where the data comes", "origin", "herkunft", "quelle ",
        "fonte", "bron", "źródło", "zdroj", "varifrån", "källa", "kilde", "lähde", "forrás",
        "sursa", "πηγή", "източник", "источник", "джерело", "kaynağ", "مصدر", "מקור",
        "情報源", "출처", "来源", "來源", "izvor", "vir podatk", "allik", "avots", "šaltinis",
        "sors", "foinse", "procedencia",
    ),
    "transfers": (
        "transfer", "third countr", "drittl", "übermittlung", "transfert", "transferenc",
        "trasferiment", "doorgifte", "przekazywanie", "předávání", "prenos", "överföring",
        "overførsl", "overføring", "siirrot", "továbbít", "διαβιβ", "предаване", "передач",
        "aktarım", "نقل", "העברות", "移転", "이전", "传输", "傳輸", "prijenos", "edastami",
        "nosūtīšan", "perdavim", "trasferimenti", "aistri",
    ),
    "retention": (
        "retention", "how long", "storage period", "kept for", "keep", "period", "duration",
        "speicherdauer", "dauer", "aufbewahrung", "löschfrist", "durée", "conservation", "plazo",
        "conservación", "conservazione", "bewaar", "okres", "doba ulož", "doba uchov",
        "lagringstid", "gallring", "opbevaring", "lagring", "säilyty", "tárolás", "stocare",
        "prazo", "conserva", "αποθήκευση", "διατήρηση", "срок", "строк", "saklama", "مدة",
        "תקופת", "保存期間", "保管期間", "보유", "보존", "保存期限", "razdoblje", "obdobje",
        "säilita", "glabāšan", "saugojim", "perijodu", "tréimhse", "ระยะเวลา", "thời gian lưu",
        "thời hạn", "masa simpan", "penyimpanan", "مدت", "retencj", "rétention", "retención",
        "retenção", "ritenzione", "retentie", "retenție", "przechowyw", "zadržavanj",
        # How long, without a word for keeping.
        "doba ", "durata", "duração", "duración", "duur ", "czas ", "trvání", "trvanie",
        "időtartam", "trajanje", "trukmė", "ilgums", "kestus", "kesto", "varighet", "varighed",
        "varaktighet", "διάρκεια", "продължителност", "продолжительность", "тривалість",
        "süresi", "期間", "기간", "期限",
    ),
    "data_subjects": (
        "data subject", "people concerned", "individual", "who is concerned", "whose data",
        "betroffene", "personnes concernées", "interesados", "interessati", "betrokkene",
        "osoby, których", "subjekty", "dotknut", "registrera", "registrert", "registrere",
        "rekisteröidy", "érintett", "persoane vizate", "titulares", "υποκείμεν", "субект",
        "субъект", "суб’єкт", "ilgili kişi", "الأشخاص", "נושאי", "データ主体", "정보주체",
        "数据主体", "資料主體", "ispitani", "posamezni", "andmesubj", "datu subj",
        "duomenų subj", "suġġett",
    ),
}  # fmt: skip
"""By the field: pieces of words that stand in its header in notices of many languages.

A space at the end of one is the end of a word.
"""

WEAK_HEADER_WORDS: dict[str, tuple[str, ...]] = {
    "purpose": (
        "processing activit", "activity", "verarbeitungstätigkeit", "verarbeitung", "traitement",
        "tratamiento", "tratamento", "trattamento", "verwerking", "prelucrare", "przetwarzan",
        "utilisation", "utilizzo", "nutzung", "wykorzyst",
    ),
    "personal_data": (
        "data", "daten", "dati", "adat", "údaje", "údajov", "údajů", "tiedot", "tieto",
        "andmed", "podaci", "podatki", "date", "informa", "情報", "資料", "信息",
        "정보", "항목", "項目", "ข้อมูล",
        # One of them, as tables say that have a row for each kind.
        "dato", "dado", "gegeven", "údaj", "uppgift", "oplysning", "opplysning", "veri", "bilgi",
        "данн", "сведени", "відомост", "інформац", "информац", "πληροφορ", "podat", "andme",
        "sonra", "tiedo", "tietoj", "נתון", "بيان", "个人信息", "數據",
    ),
}  # fmt: skip
"""Likewise, of what headers of other fields say as well: it counts where nothing else does."""

_RECEIVERS = """
cookie cookies processor processors subprocessor subprocessors sub-processor sub-processors provider
providers vendor partner company service recipient recipients supplier anbieter dienstleister dienst
auftragsverarbeiter unterauftragsverarbeiter empfänger sous-traitant sous-traitants prestataire
fournisseur destinataire destinataires proveedor encargado subencargado subprocesador destinatario
fornitore responsabile sub-responsabile fornecedor operador suboperador verwerker subverwerker
leverancier ontvanger podmiot dostawca odbiorca procesor poskytovatel zpracovatel příjemce príjemca
leverantör mottagare leverandør modtager mottaker szolgáltató címzett furnizor destinatar παραλήπτης
получатель поставщик сервис отримувач доставчик sağlayıcı alıcı 委託先 提供先 事業者 수탁업체 第三方
服务商
"""
RECEIVERS = frozenset(_RECEIVERS.split())
"""Words for those who receive data, and for cookies: notices have tables of them, too, each with a
purpose and data."""
