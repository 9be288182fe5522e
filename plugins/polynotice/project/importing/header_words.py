"""How notices word the headers of their columns, beside the tool's own words for them."""

from __future__ import annotations

HEADER_WORDS: dict[str, tuple[str, ...]] = {
    "purpose": (
        "purpose", "why", "what for", "reason", "use of data", "how we use",
        "zweck", "wozu", "finalit", "objectif", "pourquoi", "finalidad", "para qué", "scop",
        "doel", "waarom", "cel", "po co", "účel", "účely", "ändamål", "syfte", "formål",
        "tarkoitu", "cél", "célja", "propósito", "σκοπ", "цел", "ціл", "мета", "amaç", "amac",
        "غرض", "أغراض", "מטר", "目的", "用途", "목적", "svrh", "namen", "eesmär", "nolūk",
        "mērķ", "tiksl", "għan", "críoch", "cuspóir",
        # Questions that a header asks instead of naming what answers them.
        "what we use", "what do we use", "why your", "used for", "wofür", "weshalb", "warum",
        "quelles fins", "aux fins", "fines", "para que", "por qué", "por que", "per cosa",
        "perché", "a cosa serv", "waar we", "waarvoor", "waartoe", "do czego", "dlaczego",
        "k čemu", "na co", "proč ", "na čo", "prečo", "mire", "miért", "pentru ce", "de ce",
        "porquê", "varför", "hvorfor", "miksi", "mihin", "miks", "milleks", "kāpēc", "kodėl",
        "γιατί", "защо", "за какво", "для чего", "зачем", "почему", "для чого", "навіщо",
        "neden", "niçin", "ne için", "لماذا", "למה", "なぜ", "이유", "为什么", "為什麼",
        "zašto", "čemu", "zakaj", "cén fáth", "วัตถุประสงค์", "mục đích", "tujuan", "هدف",
        "उद्देश्य", "finalitat", "сврх",
        "objective", "we use it", "we need it", "processed for", "handled for", "doeleind",
        "verwendungszweck", "but du", "but de", "buts", "à quoi", "por qué motivo", "para qué",
        "motivo del tratamiento", "objetivo", "cele", "w jakim celu", "po co", "dlaczego",
        "důvod zprac", "dôvod sprac", "účelu", "назначен", "призначення", "с каква цел", "защо",
        "ne amaçla", "neden", "skop", "skopij", "għalfejn", "għaliex", "cén chúis", "לשם", "לאיזה",
        "hvad bruger", "hva bruker", "vad använder", "mihin käyt", "mihin tarkoit", "milleks",
        "miks", "kam izmanto", "kādēļ", "kam naudoja", "kuriam tiksl", "u koju svrhu", "zbog čega",
        "čemu služ", "rabimo za", "na jaký účel", "na aký účel", "la ce folosim", "în ce scop",
        "a che scopo", "per quali", "a quale scopo", "com que fim", "para que fim", "με ποιο",
        "לצורך", "什么目的", "為何", "为何", "用来", "用來", "어디에", "왜", "何のため", "لأي غرض",
        "لم نستخدم",
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
        "personal detail", "personal particulars", "details we", "what we collect", "what we hold",
        "what we process", "what we store", "data concerned", "data involved", "affected data",
        "data element", "data item", "data point", "pii", "betroffene daten",
        "betroffene personenbezogene", "betroffene datenkategorie", "datensätze", "welche angaben",
        "angaben zur person", "persönliche daten", "personendaten", "renseignements",
        "informations collectées", "informations traitées", "informations personnelles",
        "informations recueillies", "quelles informations", "información personal",
        "información que", "información recopilada", "informazioni personali",
        "informazioni raccolte", "quali informazioni", "informações pessoais", "informações que",
        "informações recolhidas", "welke informatie", "persoonlijke informatie",
        "jakie informacje", "zakres danych", "rozsah údajů", "rozsah údajov", "jaké informace",
        "aké informácie", "aké údaje", "vilka uppgifter", "vilken information",
        "hvilke oplysninger", "hvilke data", "hvilke opplysninger", "mitä tietoja",
        "käsiteltävät tiedot", "kerättävät tiedot", "kezelt adat", "milyen adat",
        "az érintett adatok", "adatkör", "adatkategóri", "adattípus", "adatfajt",
        "ce date", "ce informații", "date colectate",
        "date prelucrate", "categorii de date", "categorii date", "ποια στοιχεία", "στοιχεία που",
        "προσωπικά στοιχεία", "каква информация", "какви данни", "какие данные", "какие сведения",
        "які дані", "які відомості", "hangi veri", "hangi bilgi", "kişisel bilgi", "toplanan veri",
        "ما نجمعه", "פרטים אישיים", "אילו פרטים", "個人データ", "取得する情報", "取得情報",
        "収集する情報", "お客様情報",
        "수집 항목", "수집항목", "수집하는 정보", "收集的信息", "信息类型", "信息種類", "資料類別",
        "資料種類", "koje podatke",
        "kakšne podatke", "katere podatke", "vrste podataka", "vrste podatkov",
        "milliseid andmeid", "millised andmed", "andmete liig", "andmekategoor", "kādus datus",
        "kādi dati", "datu kategor", "datu veid", "kokie duomenys", "kokius duomenis", "x’data",
        "x'data", "x’tagħrif", "x'tagħrif", "tagħrif personali", "kategoriji ta’ data",
        "kategoriji ta' data", "cé na sonraí", "cén fhaisnéis", "faisnéis phearsanta",
    ),
    "legal_basis": (
        "legal basis", "lawful basis", "legal ground", "legal base", "rechtsgrund",
        "base légale", "base juridi", "fondement", "base legal", "base giuridica",
        "rechtsgrond", "grondslag", "podstawa", "právní", "právny", "rättslig", "lagenlig",
        "retsgrundlag", "hjemmel", "rettslig", "oikeusperuste", "jogalap", "temei",
        "fundamento", "νομική", "правно основание", "правна основа", "правовое", "основание",
        "правова",
        "підстав", "hukuki", "أساس", "בסיס", "法的根拠", "根拠", "법적", "법적 근거", "法律",
        "法律依据", "pravna osnova", "pravna podlaga", "õiguslik", "juridisk", "teisinis",
        "bażi", "bunús", "legal bas", "lawful bas", "bases légales", "bases juridi",
        "bases legales", "bases legais", "base jurídica", "bases jurídicas", "legitimación",
        "basi legali", "basi giuridiche", "wettelijke basis", "правовая", "правові",
        "yasal dayana", "hukuka uygun", "ฐานกฎหมาย", "ฐานทางกฎหมาย", "cơ sở pháp lý",
        "dasar hukum", "مبنای قانونی", "कानूनी आधार", "правни основ",
        "justification", "lawfulness", "legality", "lawful reason", "legal reason",
        "gesetzliche grundlage", "rechtliche grundlage", "welcher grundlage",
        "erlaubnistatbestand", "rechtmäßigkeit", "motif légal", "motif juridique", "licéité",
        "licitud", "legitimidad", "justificación", "fondamento giuridico", "presupposto giuridico",
        "liceità", "condizione di lic", "licitude", "legitimidade", "juridische basis",
        "wettelijke grond", "rechtmatig", "přesłank", "przesłank", "zákonný důvod",
        "zákonný dôvod", "zákonnost", "zákonnosť", "laglig grund", "lovlig", "lovhjemmel",
        "lovgrundlag", "behandlingsgrund", "behandlingsgrunnlag", "hjemmelsgrunnlag", "laillisuus",
        "käsittelyperuste", "lainmukai", "peruste", "jogcím", "törvényes", "temeiul",
        "bază legală", "bază juridică", "baza legală", "baza juridică", "νόμιμη", "законово",
        "правни основания", "законна", "закон", "юридическ", "yasal", "hukuk", "سند قانوني",
        "السند القانوني", "قانوني", "משפטי", "חוקי", "適法", "合法性", "合法基", "法律基", "법령",
        "법률", "근거",
        "zakonska osnova", "zakonit", "zakonska podlaga", "pravni temelj", "alus", "seaduslik",
        "tiesisk", "tiesiskais", "likumīg", "teisėt", "legalità", "legali", "ġuridik", "dlíthiúil",
    ),
    "legitimate_interest": (
        "legitimate interest", "our interest", "berechtigte", "intérêt", "interés legítimo",
        "legittimo", "gerechtvaardigd", "uzasadnion", "oprávněn", "oprávnen", "berättigat",
        "legitim interesse", "berettiget", "oikeutettu", "jogos érdek", "interes legitim",
        "interesse legítimo", "έννομο", "легитимен", "законный интерес", "законний", "meşru",
        "المصلحة", "אינטרס", "正当な利益", "정당한", "正当利益", "正當利益", "õigustatud",
    ),
    "recipients": (
        "recipient", "pihak ketiga", "bên thứ ba", "bên nhận", "penerima", "who we share",
        "shared with", "sharing", "third part", "disclos",
        "empfänger", "weitergabe", "destinata", "ontvanger", "odbiorc", "příjemc", "príjemc",
        "mottagare", "modtager", "mottaker", "vastaanottaj", "címzett", "αποδέκτ",
        "получател", "одержувач", "alıcı", "المتلق", "מקבל", "取得者", "提供先", "제공받는",
        "接收方", "接收者", "primatelj", "uporabnik", "vastuvõtja", "saņēmēj", "gavėj",
        "riċevitur", "faighteoir",
        "with whom", "to whom", "who receives", "who gets", "who sees", "an wen", "qui reçoit",
        "partagé avec", "cesión", "cesiones", "comunicación a", "comunicazione a",
        "soggetti a cui", "com quem", "con quién", "met wie", "komu", "vem vi delar",
        "hvem vi deler", "hvem deler", "kenelle", "kivel oszt", "cui le", "către cine", "σε ποιον",
        "на кого", "кому", "kime", "kimlerle", "與誰", "与谁", "共享对象", "共有先", "제공 대상",
        "kome", "komur",
        "komu jih", "kellele", "kam nodod", "kam perduod", "lil min",
    ),
    "source": (
        "source", "where we get", "where the data comes", "origin", "herkunft", "quelle ",
        "fonte", "bron", "źródło", "zdroj", "varifrån", "källa", "kilde", "lähde", "forrás",
        "sursa", "πηγή", "източник", "источник", "джерело", "kaynağ", "مصدر", "מקור",
        "情報源", "출처", "来源", "來源", "izvor", "vir podatk", "allik", "avots", "šaltinis",
        "sors", "foinse", "procedencia",
        "where from", "how we obtain", "how we collect", "how we get", "collected from", "woher",
        "provenance", "provenienza", "proveniência", "herkomst", "skąd", "odkud", "odkiaľ",
        "hvorfra", "mistä", "honnan", "de unde", "από πού", "откъде", "откуда", "звідки",
        "nereden", "取得元", "取得方法", "수집 방법", "수집방법", "odakle", "kust", "no kurienes",
        "iš kur",
    ),
    "transfers": (
        "transfer", "third countr", "drittl", "übermittlung", "transfert", "transferenc",
        "trasferiment", "doorgifte", "przekazywanie", "předávání", "prenos", "överföring",
        "overførsl", "overføring", "siirrot", "továbbít", "διαβιβ", "предаване", "трансфер",
        "передач",
        "aktarım", "نقل", "העברות", "移転", "이전", "传输", "傳輸", "prijenos", "edastami",
        "nosūtīšan", "perdavim", "trasferimenti", "aistri",
    ),
    "retention": (
        "retention", "retenc", "retens", "how long", "storage period", "kept for", "keep it",
        "keep them", "keep your",
        "period",
        "duration",
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
        "how soon", "deletion", "erasure period", "delete after", "deleted after", "storage time",
        "stored for", "storage duration", "time limit", "time frame", "wie lange", "frist",
        "löschung", "speicherfrist", "speicherzeit", "combien de temps", "délai", "cuánto tiempo",
        "tiempo de", "quanto tempo", "per quanto", "tempi di", "tempo di", "hoe lang", "termijn",
        "jak długo", "termin usuni", "jak dlouho", "lhůta", "doba zprac", "ako dlho", "lehota",
        "hur länge", "hvor længe", "hvor lenge", "slettefrist", "sletning", "kuinka kauan",
        "poistoaika", "meddig", "megőrz", "őrzési", "cât timp", "perioada", "πόσο", "χρόνος",
        "колко време", "сколько", "скільки", "термін", "ne kadar", "كم من الوقت", "فترة",
        "כמה זמן", "משך", "どのくらい", "얼마나", "多久", "存储期", "儲存期", "koliko dugo",
        "rok čuv",
        "rok hramb", "kako dolgo", "kui kaua", "tähtaeg", "cik ilgi", "termiņ", "kiek laiko",
        "termin", "kemm", "żamma", "cé chomh fada", "choinneáil",
    ),
    "data_subjects": (
        "data subject", "veri sahib", "data owner", "subjek data", "chủ thể", "people concerned",
        "individual", "who is concerned", "whose data",
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
        "what we do", "usage ", "use ", "anlass", "zwecke", "motif", "utilização", "uso ",
        "gebruik",
        "behandling", "obrada", "obdelav", "apstrād", "tvarkym", "töötlem", "käsittely", "kezelés",
        "επεξεργασ", "обработк", "обробк", "işleme", "spracúv", "zpracov", "proċessar",
        "próiseáil", "działani", "aktivit", "activité", "actividad", "atividade", "attività",
        "tevékenység", "folyamat", "处理活动", "處理活動", "业务场景", "場景", "场景", "業務",
        "تعامل",
    ),
    "personal_data": (
        "data", "daten", "datum", "dati", "adat", "údaje", "údajov", "údajů", "tiedot", "tieto",
        "andmed", "podaci", "podatki", "date", "informa", "情報", "資料", "信息",
        "정보", "항목", "項目", "ข้อมูล",
        # One of them, as tables say that have a row for each kind.
        "dato", "dado", "gegeven", "údaj", "uppgift", "oplysning", "opplysning", "veri", "bilgi",
        "данн", "сведени", "відомост", "інформац", "информац", "πληροφορ", "podat", "andme",
        "sonra", "tiedo", "tietoj", "נתון", "بيان", "个人信息", "數據",
        "dữ liệu", "thông tin", "اطلاعات", "داده", "डेटा", "जानकारी", "dades", "informasi",
        "angaben", "details", "elementi", "élément", "στοιχεί", "tagħrif", "faisnéis", "detalii",
        "podatk", "פרטים", "מידע", "معلومات", "资料", "항목",
    ),
}  # fmt: skip
"""Likewise, of what headers of other fields say as well: it counts where nothing else does."""

PROCESSING = (
    "processing of", "data processing", "information processing", "processing activit",
    "verarbeitung", "traitement de", "traitements de", "tratamiento de", "tratamientos de",
    "tratamento de", "trattamento de", "trattamenti", "verwerking", "przetwarzanie", "zpracování",
    "spracúvanie", "spracovanie", "behandling av", "behandling af", "databehandling",
    "personuppgiftsbehandling", "käsittely", "adatkezelés", "adatfeldolgozás", "töötlemi",
    "töötlus", "prelucrarea", "επεξεργασία", "обработка", "обработване", "обробка", "işleme ",
    "işlenmesi", "tvarkym", "apstrāde", "obrada", "obdelava", "l-ipproċessar", "próiseáil",
    "データ処理", "情報処理", "データの処理", "情報の処理", "数据处理", "数据的处理", "信息处理",
    "信息的处理", "資料處理", "處理活動", "处理活动", "데이터 처리 ", "개인정보 처리 ",
    "개인정보의 처리 ", "معالجة", "עיבוד",
)  # fmt: skip
"""What is done with data, as headers name it: no header of the data themselves."""

EXAMPLES = (
    "example", "beispiel", "exempl", "ejemplo", "esempi", "voorbeeld", "przykład", "příklad",
    "príklad", "példá", "пример", "приклад", "eksempel", "esimerk", "παράδειγμα", "παραδείγματα",
    "örnek", "primjer", "primer", "näide", "näited", "piemēr", "pavyzd", "eżemp", "sampla", "مثال",
    "أمثلة", "דוגמ", "示例", "例子", "例", "예시",
)  # fmt: skip
"""Examples, which are no purposes though they may be of "usage"."""

PLACES = (
    "where", "location", "wo ", "speicherort", "lagerort", "aufbewahrungsort", "où ", "lieu ",
    "dónde", "lugar", "ubicación", "dove ", "luogo", "onde ", "local ", "waar ", "plaats",
    "locatie", "gdzie", "miejsce", "kde ", "místo", "miesto", "lagringsplats", "lagringssted",
    "opbevaringssted", "oppbevaringssted", "missä", "paikka", "hol ", "helye", "unde ", "locul",
    "πού ", "τόπος", "къде", "място", "где ", "место", "де ", "місце", "nerede", "yeri", "gdje",
    "mjesto", "kje ", "kraj ", "kus ", "koht", "kur ", "vieta", "fejn", "áit", "أين", "مكان",
    "איפה", "מקום", "場所", "保存先", "장소", "위치", "地点", "地點", "位置",
)  # fmt: skip
"""Where data are kept, as headers name it: that is not how long."""

_RECEIVERS = """
cookie cookies processor processors subprocessor subprocessors sub-processor sub-processors provider
providers vendor partner company service recipient recipients supplier anbieter dienstleister dienst
auftragsverarbeiter unterauftragsverarbeiter empfänger sous-traitant sous-traitants prestataire
fournisseur destinataire destinataires proveedor encargado subencargado subprocesador destinatario
fornitore responsabile sub-responsabile fornecedor operador suboperador verwerker subverwerker
leverancier ontvanger podmiot dostawca odbiorca procesor poskytovatel zpracovatel příjemce príjemca
leverantör mottagare leverandør modtager mottaker szolgáltató címzett furnizor destinatar παραλήπτης
получатель поставщик сервис отримувач доставчик sağlayıcı alıcı 委託先 提供先 事業者 수탁업체 第三方
服务商 podprzetwarzający podprocesor przetwarzający subdodavatel subzpracovatel subdodávateľ
sprostredkovateľ adatfeldolgozó alvállalkozó personuppgiftsbiträde underbiträde underleverantör
databehandler underdatabehandler underleverandør alihankkija käsittelijä обработващ подизпълнител
обработчик субпроцессор обробник субпроцесор işleyen împuternicit subîmputernicit izvršitelj
obrađivač podizvršitelj obdelovalec podobdelovalec töötleja alamtöötleja apstrādātājs tvarkytojas
subtvarkytojas 受託者 受託業者 委託業者 受托方 受託方 수탁자 수탁사
"""
RECEIVERS = frozenset(_RECEIVERS.split())
"""Words for those who receive data, and for cookies: notices have tables of them, too, each with a
purpose and data."""

_REASONS = """
reason|reasons|grund|gründe|begründung|motif|motifs|raison|motivo|motivos|razón|ragione
motivazione|razão|reden|powód|uzasadnienie|důvod|dôvod|razlog|orsak|skäl|årsag|grunn|årsak|syy
ok|indok|motiv|motivul|λόγος|αιτία|причина|основание|sebep|neden|gerekçe|lý do|alasan|理由|原因
이유|سبب|السبب|סיבה|põhjus|iemesls|priežastis|raġuni|cúis
"""
REASONS = frozenset(word for line in _REASONS.splitlines() for word in line.split("|"))
"""What a whole header says for the reason why data are kept so long, beside their period; elsewhere
it is the purpose."""
