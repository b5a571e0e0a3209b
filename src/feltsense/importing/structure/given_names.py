"""Given names that are common where the languages of imports are spoken, and are no other words there.

A name before a colon is of who speaks; “Feet: …” and “Grace: …” are not, or not surely.
"""

_NAMES = frozenset({
    "aaron", "adam", "adriana", "alan", "alejandro", "alessandro", "alex", "alexander", "alice", "alicia", "alison",
    "amanda", "amelia", "amy", "ana", "andrea", "andreas", "andrew", "angela", "anita", "anja", "anke", "anna",
    "anne", "annette", "anthony", "antonio", "arthur", "astrid", "barbara", "beatrice", "beatriz", "ben",
    "benjamin", "bernd", "birgit", "brian", "bruno", "camille", "carla", "carlos", "carmen", "carol", "caroline",
    "catherine", "cecilia", "charles", "charlotte", "chloe", "christian", "christina", "christine", "christopher",
    "claire", "claudia", "clemens", "cristina", "daniel", "daniela", "david", "deborah", "denise", "diana", "diego",
    "dominic", "dorothea", "edward", "elena", "eleanor", "elisa", "elisabeth", "elizabeth", "ella", "ellen",
    "emily", "emma", "eric", "erika", "esther", "eva", "federico", "felix", "fernando", "florian", "francesca",
    "francesco", "franz", "gabriel", "gabriele", "george", "gerhard", "giovanni", "giulia", "giuseppe", "greta",
    "gustavo", "hanna", "hannah", "hans", "heidi", "heike", "helen", "helena", "henry", "holger", "ian", "ines",
    "ingrid", "irene", "isabel", "isabella", "jacob", "jakob", "james", "jan", "jane", "janet", "jason", "javier",
    "jean", "jeff", "jennifer", "jens", "jessica", "joan", "joanna", "joe", "johanna", "john", "jonas", "jonathan",
    "jorge", "jose", "joseph", "josh", "juan", "judith", "julia", "julian", "julie", "jutta", "karen", "karin",
    "karl", "katharina", "kate", "katherine", "kathrin", "katja", "kevin", "klaus", "lara", "laura", "lea", "lena",
    "leo", "leonie", "linda", "lisa", "lorenzo", "louis", "louise", "lucas", "lucia", "lucy", "luis", "luisa",
    "lukas", "madeleine", "manuel", "marco", "marcus", "margaret", "maria", "marie", "marina", "mario", "marion",
    "markus", "marta", "martha", "martin", "martina", "mary", "matteo", "matthew", "matthias", "maya",
    "melanie", "michael", "michelle", "miguel", "mike", "miriam", "monica", "monika", "nancy", "natalie", "nathan",
    "nick", "nicola", "nicolas", "nina", "nora", "oliver", "olivia", "oscar", "otto", "pablo", "paola", "patricia",
    "paul", "paula", "paulo", "pedro", "peter", "petra", "philip", "philipp", "pierre", "rachel", "rafael",
    "rebecca", "renate", "richard", "rita", "robert", "roberto", "roland", "rosa", "ruth", "sabine", "sam",
    "samantha", "samuel", "sandra", "sara", "sarah", "sebastian", "simon", "simone", "sofia", "sonia", "sophia",
    "sophie", "stefan", "stefanie", "stephanie", "stephen", "steve", "steven", "susan", "susanna", "susanne",
    "sylvia", "tanja", "teresa", "theresa", "thomas", "tim", "tina", "tobias", "tom", "ulrich", "ulrike", "ursula",
    "ute", "valentina", "vanessa", "vera", "veronica", "victoria", "vincent", "walter", "werner", "wolfgang",
    "yvonne"
})  # fmt: skip


def is_given_name(text: str) -> bool:
    """Tell whether `text` is a given name, alone or with a family name: “Maria”, “JOE”, “Anna Reyes”."""
    first, _, rest = text.partition(" ")
    return first.lower() in _NAMES and len(rest.split()) <= 1 and text[:1].isupper()
