"""What cells say, by which a column is known though its header says nothing that the tool knows."""

from __future__ import annotations

_SHORT = """
email mail epost eposti epostadress epostadresse e-posta eposta epošta e-pošta e-pasts el-paštas
correo courriel sähköposti ríomhphost имейл почта пошта メール 邮箱 郵箱 电子邮件 電子郵件 이메일
אימייל דואל phone telephone mobile tel telefon telefono téléphone teléfono telefone telefoon
puhelin telefonszám τηλέφωνο телефон טלפון هاتف 電話 电话 手机 手機 전화 telefonas tālrunis
telefona telefonu telefonom puhelinnro address adres adresse adressen dirección indirizzo endereço
adresa adresy osoite cím lakcím διεύθυνση адрес адреса naslov adress aadress adrese adresas
seoladh כתובת عنوان 住所 地址 주소 ip gps iban bic id uuid imei useragent user-agent avatar photo
foto fotos profilbild logs logfiles browser token tokens hash session-id sessionid user-id userid
nick nickname alias username login cpf nif nie dni cnp oib pesel rut bsn ssn siret vat nip ico ičo
dič surname firstname lastname nachname vorname nom prénom nombre apellidos apellido nome cognome
sobrenome naam voornaam achternaam imię nazwisko jméno příjmení meno priezvisko név vezetéknév
nume prenume όνομα επώνυμο име фамилия имя отчество ім'я ім’я прізвище ad soyad isim namn
efternamn navn etternavn nimi etunimi sukunimi perekonnanimi vārds uzvārds vardas pavardė ime
prezime priimek isem kunjom ainm sloinne שם اسم 氏名 名前 姓名 이름 성명
"""
SHORT_NAMES = frozenset(_SHORT.split())
"""Kinds of personal data as cells name them for short: the vocabulary has "Email address"."""

_DATA_FIRST = """
données informations coordonnées datos información dati informazioni dados informações dades dane
informacje údaje údajov informace informácie date informații podaci podatki podatek tagħrif sonraí
faisnéis δεδομένα στοιχεία πληροφορίες данни информация данные сведения дані відомості інформація
بيانات معلومات נתוני מידע פרטי dữ thông
"""
DATA_FIRST = frozenset(_DATA_FIRST.split())
"""Words that names of kinds of personal data begin with: "données bancaires", "datos de pago"."""

DATA_LAST = (
    "data", "information", "info", "details", "daten", "informationen", "angaben", "gegevens",
    "informatie", "uppgifter", "oplysninger", "opplysninger", "tiedot", "andmed", "adatok",
    "adatai", "dati", "duomenys", "veri", "verileri", "veriler", "bilgi", "bilgisi", "bilgileri",
    "情報", "データ", "数据", "資料", "信息", "資訊", "정보", "데이터", "기록", "履歴", "记录",
    "紀錄", "記錄",
)  # fmt: skip
"""What they end with: "payment data", "Kundendaten", "決済情報"."""

BASES = (
    "consent", "contract", "legal obligation", "legitimate interest", "vital interest",
    "legitimate", "public interest", "public task", "einwilligung", "vertrag",
    "rechtliche verpflichtung", "gesetzliche", "berechtigt", "consentement", "contrat",
    "obligation légale", "légitime", "consentimiento", "contrato", "obligación legal", "legítimo",
    "consenso", "contratto", "obbligo", "legittim", "consentimento", "obrigação legal",
    "toestemming", "overeenkomst", "wettelijke verplicht", "gerechtvaardigd", "zgoda", "umow",
    "obowiąz", "uzasadnion", "souhlas", "smlouv", "smluv", "povinnost", "oprávněn", "súhlas",
    "zmluv", "oprávnen", "samtyck", "avtal", "förpliktelse", "berättig", "samtykke", "kontrakt",
    "aftale", "avtale", "forpligtelse", "forpliktelse", "legitim", "berettiget", "suostumus",
    "sopimu", "lakisääteinen", "oikeutettu", "hozzájárulás", "szerződés", "jogos érdek",
    "jogi kötelezettség", "consimțământ", "obligați", "interes legitim", "συγκατάθεση", "σύμβαση",
    "έννομ", "νομική υποχρέωση", "съгласие", "договор", "законово", "легитим", "согласие",
    "законн", "згода", "договір", "rıza", "sözleşme", "yükümlülü", "meşru", "privola", "ugovor",
    "obveza", "privolit", "pogodb", "obveznost", "zakonit", "nõusolek", "leping", "kohustus",
    "õigustatud", "piekrišan", "līgum", "pienākum", "leģitīm", "sutikim", "sutart", "prievol",
    "teisėt", "kunsens", "kuntratt", "obbligu", "leġittim", "toiliú", "conradh", "oibleagáid",
    "dlisteanach", "הסכמה", "חוזה", "חובה חוקית", "לגיטימי", "موافقة", "عقد", "التزام قانوني",
    "مشروع", "同意", "契約", "法的義務", "正当な利益", "合同", "法律义务", "正当利益", "동의",
    "계약", "법적 의무", "정당한 이익", "gdpr", "dsgvo", "rgpd", "rodo", "lgpd", "kvkk", "ds-gvo",
)  # fmt: skip
"""What cells of legal bases name, as parts of words, and laws."""

UNITS = (
    "year", "month", "week", "day", "hour", "minute", "jahr", "monat", "woche", "tag", "stunde",
    "année", "ans", "mois", "semaine", "jour", "heure", "año", "mes", "semana", "día", "hora",
    "ann", "mesi", "settiman", "giorn", "ore", "ano", "mês", "dia", "jaar", "maand", "dag", "uur",
    "weken", "lat", "rok", "rek", "miesi", "tygod", "dni", "dzień", "godzin", "měsíc", "mesiac",
    "týd", "týž", "den", "hodin", "år", "mån", "veck", "timm", "måned", "mdr", "uge", "uke",
    "time", "vuo", "vuosi", "kuukau", "viikko", "päiv", "tunti", "tunn", "év", "hónap", "hét",
    "nap", "óra", "luni", "lună", "zile", "săptăm", "έτη", "έτος", "χρόνια", "μήν", "ημέρ", "ώρες",
    "годин", "месец", "дни", "ден", "лет", "год", "месяц", "дней", "час", "рок", "місяц", "дні",
    "yıl", "ay", "gün", "hafta", "saat", "godin", "mjesec", "dan", "let", "mesec", "aasta", "kuu",
    "päeva", "gad", "mēneš", "dien", "met", "mėnes", "sen", "xahar", "jum", "jiem", "bliain",
    "bhliain", "mí", "lá", "שנ", "חודש", "יום", "ימים", "سنة", "سنوات", "شهر", "يوم", "年", "か月",
    "ヶ月", "个月", "個月", "日", "天", "년", "개월", "일",
)  # fmt: skip
"""Units of time, as the beginnings of words behind a number."""

_FIRMS = """
google microsoft amazon aws meta facebook apple stripe paypal mailchimp cloudflare vercel hetzner
sentry github hubspot salesforce sendgrid brevo twilio zendesk slack linkedin firebase matomo
netlify openai posthog intercom klaviyo mollie adyen ovh ionos strato supabase gmbh inc ltd llc
sarl srl aps oyj zrt kft doo
"""
FIRMS = frozenset(_FIRMS.split())
"""Companies that receive personal data of many notices, and legal forms that are no words."""
