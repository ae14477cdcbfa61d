import { foldText } from './fold-text.ts';

/** What a word of a header speaks of. */
export type Concept = keyof typeof words;

/**
 * The words of the site's headers, folded, by what they speak of; `*` stands for any ending. English, Estonian, German,
 * Finnish and Spanish fully; other languages of the site with the words of the commonest columns. Words that mean different
 * things in two of these languages are left out, or stand where the look of the cells decides.
 */
const words = {
  loan: 'loan* auction auctions contract laen laenu laenud oksjon* leping* laenuleping* kredit* darlehen* auktion* vertrag* laina lainan sopimu* lainasopimu* huutokau* prestamo* contrato* subasta* credito* pret prestito lening emprestimo lan lanet pozyczk* займ* кредит* aizdevum* paskol* uver*',
  number: 'number nr no num number* nummer* numero numeron nro numeru numer numur* номер cislo',
  investment:
    'investment* investeering* investition* anlage* sijoitu* inversion* investissement* investiment* belegging*',
  country:
    'country riik residents residence elukohariik land wohnsitzland herkunftsland maa asuinmaa pais residencia pays paese kraj страна valsts salis zeme',
  rating:
    'rating reiting* risk* riski class category krediidireiting* risikoklasse* risikokategorie* luokitu* luottoluokitu* calificacion* clasificacion* categoria riesgo clase note notation рейтинг reitings reitingas hodnoceni betyg ocena',
  interest:
    'interest intress* zins zinsen korko koron korot interes intereses taux interet interesse rente juro juros ranta oprocentowanie процент* procenti palukan* urok*',
  rate: 'rate maar protsent satz prozentsatz prosentti kanta tipo tasa percent percentage annual yearly year pa nominal aasta* jahres* jahrlich* vuosi* vuotuinen anual nominaal*',
  status:
    'status state staatus* olek* seisund* zustand tila tilan tilanne estado situacion estatus statut stato stan статус statuss statusas stav',
  since: 'since from active alates alkaen lahtien seit desde aktiv* ab',
  date: 'date day on due datum kuupaev* aeg tahtpaev* am tag fallig falligkeit* paiva paivamaara pvm erapaiva fecha data дата datums datumas',
  term: 'term terms duration period length periood* kestus laufzeit* dauer laenuperiood* kesto lainaaika takaisinmaksuaika plazo* duracion periodo duree durata looptijd loptid okres срок termins terminas doba tahtaeg aika kuud month months monate kuukautta meses kk',
  amount:
    'amount* sum summa betrag* summe maara importe* cantidad suma montant importo bedrag belopp kwota сумма',
  original: 'original* initial* algne algse esialg* ursprunglich* anfangs* anfanglich* alkuperai* inicial*',
  principal:
    'principal capital pohiosa* hauptsumme* hauptforderung kapital kapitals kapitalbetrag* paaoma* lainapaaoma* capitale hoofdsom kapitaal kapitalbelopp tilgung',
  remaining:
    'remaining outstanding left open balance unpaid jaak* jarelejaanud jarele allesjaanud alles tagastamata tasumata ausstehend* offen* rest restlich* verbleib* jaljella jaljellaoleva avoin avoinna maksamaton maksamatta saldo pendiente* restant* residuo resterend* aterstaende',
  repaid:
    'repaid paid received returned collected tagastatud tagasimakstud makstud laekunud saadud gezahlt* bezahlt* zuruckgezahlt* getilgt* erhalten* maksettu maksetut takaisinmaksettu* saatu saadut lyhennetty pagado* pagada* reembolsad* amortizad* recibid* cobrad* devuelt*',
  overdue:
    'overdue late delayed past arrears volgnevus* volas hilinenud viivituses uberfallig* ruckstandig* verspatet* verzug eraantyn* myohas* viivasty* vencid* atrasad* retrasad* retraso atraso mora retard ritardo',
  penalty:
    'penalty penalties charge* fee fees fine* viivis* verzugszins* viivastyskor* viivastysmaks* demora penalizacion* verzugsgebuhr* mahngebuhr*',
  next: 'next jargmi* nachst* seuraava* proxim* siguiente* prochain* prossim* volgende nasta nastepn* следующ* nakam* kita* dalsi',
  last: 'last latest viima* letzt* viimei* viime ultim* dernier* laatste senaste ostatni*',
  payment:
    'payment* instalment* installment* repayment* makse* maks maksed zahlung* raten zahlungsrate monatsrate maksu maksut maksun maksuera* era eran erat pago* cuota* vencimiento paiement* pagament* betaling* betalning* inbetalning* platnosc* платеж* maksajum* mokejim* splatk* splatnost',
  future:
    'future tulev* eesolev* edasis* zukunftig* kunftig* anstehend* futur* venider* toekomstig* framtida przyszl* будущ* nakotn*',
  scheduled:
    'scheduled planned schedule planeeri* graafiku* plaanili* plaanijarg* geplant* planmassig* plan aikataul* suunnitel* programad* planificad* previst* calendario prevu* programmat* gepland*',
  listed:
    'listed listing published sale offered muugis muuki lisatud lisamis* gelistet eingestellt angeboten inseriert* verkauf myynnissa listattu lisatty publicad* listad* venta anunciad*',
  issued:
    'issue issued signed signing originated origination granted valjast* allkirjast* solmi* ausgegeben ausgabe* ausgestellt vergeben vergabe* unterzeichn* abgeschlossen myonnet* myontamis* nostettu allekirjoit* emision emitid* firmad* firma concedid* concesion otorgad*',
  discount:
    'discount* soodustus* allahindlus* rabatt* abschlag* nachlass alennu* descuento* remise sconto korting rabat desconto скидк* atlaide* nuolaid* sleva',
  markup:
    'markup mark premium up juurdehindlus* hinnalisa lisatasu preemia aufschlag* aufgeld agio aufpreis zuschlag ylihinta lisahinta lisa preemio korotus recargo* prima surcote premio opslag наценк* uzcenojum* antkain* prirazka',
  price:
    'price cost hind hinna maksumus kulu preis* kosten hinta hinnan kustannus kustannukset precio* coste* costo* prix cout prezzo prijs pris cena цена стоимость kaina',
  total: 'total totals kogu kokku gesamt insgesamt yhteensa kokonais*',
  xirr: 'xirr',
  score: 'score scoring skoor* krediidiskoor* kreditscore bonitatsscore luottopiste* puntuacion puntaje',
  purpose:
    'purpose use otstar* eesmark* verwendungszweck zweck verwendung kayttotarkoitu* tarkoitu* finalidad destino proposito uso',
  income: 'income sissetulek* einkommen* tulo tulot tulojen ingreso*',
  verification:
    'verification verified kontroll* kinnita* toend* prufung nachweis verifizierung uberprufung vahvist* todent* tarkist* verificacion verificad*',
  gender: 'gender sex sugu geschlecht sukupuoli sexo genero',
  borrower:
    'borrower* laenuvotja* laenaja* kreditnehmer* darlehensnehmer* lainanottaja* lainaaja* prestatario*',
  user: 'user username kasutaja kasutajanimi benutzername nutzername kayttajanimi kayttaja usuario',
  name: 'name nimi nombre',
  days: 'days paeva paevad paevi tage tagen paivaa paivat paivia pv dias',
  debt: 'debt* volg* schuld* verschuld* velka* velan deuda*',
  occurred: 'occurred occured occuring tekkis tekkinud entstanden',
  secondary: 'secondary',
  stage: 'stage phase step etapp* faas stufe phasen vaihe etapa fase',
  collection:
    'collection recovery management inkasso* sissenoud* menetlus* eintreib* ruckgewinn* perinta* perinna* recobro* recuperacion cobro* gestion',
  rescheduled:
    'rescheduled restructured reschedul* ajatatud restruktureeri* umgeschuldet umschuldung umstrukturiert* uudelleen* reprogramad* reestructurad*',
  bid: 'bid pakkumus* gebot* tarjous tarjouksen puja oferta',
  desired: 'desired',
  bondora: 'bondora bondoras',
  expected: 'expected oodatav* eeldatav* erwartet* odotettu* odotettavissa oletettu* esperad*',
  loss: 'loss losses kahju kahjum tappio* verlust* perdida* kadu*',
  return:
    'return returns yield tulu tulusus tootlus* rendite* ertrag* tuotto* rentabilidad rendimiento retorno',
  purchase:
    'purchase* bought acquired acquisition ost ostu ostetud soetamis* soetatud ostmis* kauf kaufs gekauft* erworben* ankauf* erwerbs* osto* ostettu* compra* comprad* adquirid* adquisicion achat acquisto aankoop kop zakup* покупк* pirkum* pirkim* nakup*',
  funded:
    'funded filled fulfilled fulfilment taidetud taituvus* taitumi* rahastatud finanziert* finanzierungsgrad finanzierungsstand gefullt rahoitettu rahoitusaste tayttynyt tayttoaste financiad* cubiert*',
  monthly: 'monthly igakuine kuine monatlich* kuukausittainen kuukausi* mensual',
  maturity:
    'maturity final end ends ending lopp lopu lopptahtaeg* loppkuupaev* endfallig* ende enddatum endtermin laufzeitende loppu* paattymis* paattyy final* vencimientos fin finalizacion',
  first: 'first esimese esimene erste ersten erstes ensimmai* primer primera primero',
  age: 'age vanus alter ika edad',
  time: 'time zeit tiempo zeitraum',
  action:
    'action actions buy sell select osta muu valik tegevus* kaufen verkaufen aktion aktionen auswahl ostaa myy valitse toiminnot comprar vender accion acciones seleccionar',
  filler:
    'the of a an credit in to for by per my your at is was der die das des den dem im vom von zum zur fur mein meine el la los las de del en al para por mi su le les du il lo i gli n m p eur euro euros oleva olevat mukais* mukaan gemass laut jargi segun',
} as const;

// Compounds: one word, several concepts.
const compounds: Readonly<Record<string, string>> = {
  'intressimaar zinssatz zinsrate korkoprosentti korkokanta': 'interest rate',
  'aastaintress jahreszins sollzins nominalzins vuosikorko nimelliskorko': 'interest rate',
  'kreditnummer darlehensnummer vertragsnummer kreditvertragsnummer auktionsnummer lainanumero sopimusnumero laenunumber lepingunumber':
    'loan number',
  'investitionsnummer anlagenummer sijoitusnumero': 'investment number',
  'kreditstatus darlehensstatus kreditzustand laenustaatus': 'loan status',
  'kreditbetrag darlehensbetrag kreditsumme darlehenssumme lainasumma laenusumma lainamaara': 'loan amount',
  'laenujaak restschuld restkapital kapitalrest pohiosajaak': 'remaining principal',
  'zahlungsdatum zahlungstermin maksekuupaev maksepaev maksutahtpaev maksupaiva maksutahtaeg': 'payment date',
  'ausgabedatum vergabedatum myontamispaiva valjastamiskuupaev vertragsdatum kreditdatum': 'issued date',
  'gesamtkosten gesamtpreis kogumaksumus koguhind kokonaishinta kokonaiskustannus': 'total price',
  'einkommensprufung einkommensnachweis einkommensverifizierung': 'income verification',
  verzugstage: 'days overdue',
  'kaufdatum erwerbsdatum ankaufsdatum ostukuupaev ostupaev ostopaiva ostopaivamaara': 'purchase date',
  'kaufpreis ankaufspreis ostuhind ostohinta': 'purchase price',
  'kuumakse monatsrate kuukausiera kuukausimaksu': 'monthly payment',
  dti: 'debt income',
  'restzeit restlaufzeit': 'remaining term',
  'verkaufspreis myyntihinta muugihind': 'listed price',
  'kreditlaufzeit darlehenslaufzeit': 'term',
};

const whole = new Map<string, readonly Concept[]>();
const prefixes: [prefix: string, concepts: readonly Concept[]][] = [];

// Built at the first header that is read: a page without tables does not pay for it.
function build(): void {
  const add = (list: string, concepts: readonly Concept[]): void => {
    for (const word of list.split(' ')) {
      if (!word.endsWith('*'))
        whole.set(foldText(word), [...new Set([...(whole.get(foldText(word)) ?? []), ...concepts])]);
      else prefixes.push([foldText(word), concepts]);
    }
  };
  for (const [concept, list] of Object.entries(words)) add(list, [concept as Concept]);
  for (const [list, concepts] of Object.entries(compounds)) add(list, concepts.split(' ') as Concept[]);
}

/**
 * What a folded word of a header speaks of; undefined for a word that is not known. A whole word wins over a beginning, a
 * longer beginning over a shorter one.
 */
export function findConcepts(word: string): readonly Concept[] | undefined {
  if (whole.size === 0) build();
  const exact = whole.get(word);
  if (exact) return exact;
  let best: [string, readonly Concept[]] | undefined;
  for (const entry of prefixes) {
    if (word.startsWith(entry[0]) && entry[0].length > (best?.[0].length ?? 2)) best = entry;
  }
  return best?.[1];
}

/** Whether a folded word stands in the vocabulary as a whole, not by its beginning only. */
export function isWholeWord(word: string): boolean {
  if (whole.size === 0) build();
  return whole.has(word);
}
