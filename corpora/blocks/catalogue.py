"""What the shop knows about its products: claims, materials, sizes, colours, stories and questions."""

from . import shop

# key: claim; material; width × depth × height in cm; grams; colours; sizes; two sentences of story; care
_INFO = """
bench-nora|A bench for two that stays out all year|oiled acacia|120x58x86|14500|sage,anthracite,natural|two seats,three seats|Nora began as a bench for our own yard, where it has stood under the pear tree for eleven winters. The slats are set a finger apart so that rain runs off at once.|Oil twice a year; no pressure washer.
table-saga|Folds flat in one movement|powder-coated steel and eucalyptus|140x80x74|19800|black,white|four people,six people|Saga folds with one hand because the brace locks by its own weight. When closed it is nine centimetres thick and hangs on two hooks.|Wipe dry after rain; tighten the brace each spring.
chair-liv|Stacks eight high without scratching|recycled aluminium|54x56x82|3400|rust,sage,black||Every Liv carries small felt dots under the seat, which is why eight of them can be stacked without a mark. The frame is made from window profiles that have done their first duty.|Lukewarm water and neutral soap.
lounger-ask|Five positions and wheels that cope with gravel|teak and textilene|200x68x32|16200|sand,grey||The backrest of Ask moves in five steps, and the last one is flat enough to sleep on. Two wheels with rubber tyres carry it over gravel.|Let teak go grey or oil it; the fabric is hosed down.
shelf-birk|Holds forty kilos on four screws|birch plywood|90x24x72|7800|natural,white|three boards,five boards|Birk hangs on a rail, so it can be levelled after it is on the wall. The edges are left raw, as one should see that it is plywood.|Dust, and a damp cloth if need be.
cabinet-elm|A sideboard whose doors close without a sound|elm veneer|160x42x75|48000|natural,black-stained||The doors of Elm run on hinges with oil brakes and close by themselves for the last hand's breadth. The back has two openings for cables and one for curiosity.|Keep out of direct sun for the first months.
box-kai|Keeps four cushions dry|polypropylene|120x52x55|9200|grey,sand||Kai breathes through two slots below the lid, so cushions that went in a little damp come out dry. Gas struts hold the lid, even in the wind.|Rinse once a year.
shed-torp|A shed that two people build in an afternoon|impregnated spruce|180x110x210|96000|||Torp comes in eleven panels that slot together, and only the roof needs a ladder. The door may be hung on either side.|New stain every third year.
lamp-luna|Charges by day, glows until two|glass and brass|18x18x32|1300|brass,black||Luna needs four hours of sun for eight hours of light, and on dull days it lasts until about midnight. The battery is an ordinary AA cell which you can change.|Wipe the panel each month.
lamp-fyr|Reads well and dims to a glow|steel and oak|32x32x152|6400|black,white||The head of Fyr turns through a full circle and stays where it's put. A foot dimmer goes down to the last percent without flicker.|Unplug, then dust.
string-glim|Twenty bulbs, ten metres, no flicker|copper and polycarbonate|1000x4x4|900|warm white,amber||If one bulb of Glim fails, the others go on, and spare bulbs are in the box. Two strings can be joined, four can't.|Check the seals before winter.
kettle-sund|Boils a litre in two and a half minutes|stainless steel|22x16x25|1150|steel,black||Sund holds the temperature you choose for half an hour, which green tea is grateful for. The spout pours a thin stream that doesn't drip.|Descale monthly with citric acid.
pan-jarn|Gets better every year|cast iron|45x28x6|2600||24 cm,28 cm|Järn is cast in sand and seasoned twice with linseed oil, so you can fry an egg in it on the first day. It goes from the hob to the oven and from there to your grandchildren.|No soap; wipe with oil.
knife-ulv|Three knives, which is all you need|molybdenum steel and walnut|38x9x4|820|||Ulv is a chef's knife, a bread knife and a paring knife, forged in a workshop of nine people. Send them in once a year and we sharpen them for nothing.|Hand wash; never in the dishwasher.
mug-dagg|A mug that fits both hands|stoneware|9x9x10|380|blue,moss,cream||The glaze of Dagg runs a little differently on every piece, as dew does. The foot is left unglazed and has been ground smooth.|Dishwasher and microwave safe.
grinder-korn|Forty steps from espresso to cold brew|steel and beech|14x12x27|1900|||Korn grinds slowly, so the beans stay cool. The hopper takes thirty grams, which is two cups, because beans should be ground fresh.|Brush the burrs weekly.
board-ek|End grain that is kind to knives|oak|40x28x3.5|2300||small,large|Ek is glued from sixty blocks with the end grain up, and cuts close by themselves. The groove holds the juice of one roast chicken.|Oil monthly; don't leave it in water.
duvet-sno|Warm without weight|cotton and down|135x200x4|1400||135 x 200 cm,155 x 220 cm|Snö is filled with down that has been collected from the nests after the brood has flown. The baffles are stitched so that nothing wanders.|Wash at 60 degrees, tumble with two tennis balls.
pillow-moln|Height to suit your shoulder|cotton and kapok|50x70x14|760||soft,firm|Take kapok out of Moln or put some in: a zip at the side makes it possible, and a bag of spare filling comes along. Kapok is plant hair, and as light as its name.|Air it; wash the cover.
rug-hav|Flat woven, the same on both sides|wool|200x140x1|5600|sea,stone|140 x 200 cm,170 x 240 cm|Hav is woven on looms that are eighty years old and turned over when one side has had enough. No two are of quite the same blue.|Vacuum with the nap; cold water for stains.
curtain-vind|Moves with the faintest wind|linen|140x250x0.1|900|white,flax|140 x 250 cm,140 x 300 cm|Vind is washed before it is sewn, so that it doesn't shrink afterwards. The hem is wide enough to be let down once.|Wash at 30 degrees, hang wet.
throw-ull|For evenings that turn cold|lambswool|130x180x0.3|850|red check,grey check||The wool for Ull comes from three farms on Gotland, whose names are on the label. The fringe is twisted by hand.|Air rather than wash.
towel-bad|Dries in an hour|cotton|70x140x0.4|420|white,sage,rust|hand,bath|Waffle weave has more surface than terry, which is why Bad takes up much and lets it go quickly. It shrinks by five percent at the first wash; that is allowed for.|Wash at 60 degrees, no softener.
spade-grav|A blade you can sharpen|carbon steel and ash|18x12x112|2100|||Gräv is forged from one piece up to the socket, so there's no weld that could give way. The step is wide enough for a boot.|Oil the blade in autumn.
hose-bol|Twenty metres that roll up by themselves|polypropylene and brass|48x28x50|8700|green,grey||Böl winds the hose evenly from one side to the other, so you needn't help it along. The bracket swings by half a turn.|Empty before the first frost.
pruner-kvist|Cuts two centimetres of green wood|carbon steel|21x6x2|240|||The spring of Kvist is wound rather than pressed and can be changed without a tool. Left-handed gardeners get one of their own.|Wipe off the sap; a drop of oil.
planter-lera|Clay look at a third of the weight|fibre clay|45x45x42|6800|terracotta,grey|45 cm,60 cm|Lera has a false bottom with a reserve of four litres, enough for a long weekend. The drain can be closed indoors.|Frost-proof when drained.
composter-mull|Compost in nine weeks|recycled polypropylene|80x80x95|12500|||Mull stands on a grid that keeps out rats and lets in worms. Doors on all four sides mean that you can always get at the oldest layer.|Turn it now and then.
mower-gras|Quiet enough for noon|steel and ABS|120x45x105|15400||20 V,40 V|Gräs cuts up to 350 square metres on one charge and folds up for the shed. At 82 decibels you can talk beside it.|Brush the deck after use; sharpen yearly.
barrow-karra|Carries ninety litres on one wheel|galvanised steel and ash|145x62x64|13800|green,zinc||Kärra has its load above the wheel rather than behind it, and your back knows the difference. The tyre can't go flat.|Grease the axle each spring.
grill-glod|Holds 110 degrees for six hours|enamelled steel|57x64x98|15900|black,green||Two vents are enough to keep Glöd at the same temperature for as long as a shoulder of pork takes. The lid hangs on the rim while you turn things over.|Burn off, brush, empty the ash.
parasol-sol|Tilts to follow the sun|aluminium and olefin|300x300x250|8900|sand,olive||Sol opens with a crank and tilts with the same. The fabric holds its colour for at least two thousand hours of sunlight.|Close it in wind; dry before storing.
birdbox-mes|For tits and other small tenants|larch|16x18x28|1400|natural,red||The hole of Mes is 32 millimetres wide, which lets in great tits and keeps out starlings. The front swings open for the spring clean.|Clean in September.
mattress-vila|Seven zones, turned twice a year|pocket springs and latex-free foam|90x200x24|21000||90 x 200 cm,140 x 200 cm,160 x 200 cm|Vila has four hundred springs to the square metre, each in a bag of its own. Sleep on it for a hundred nights before you decide.|Turn in spring and in autumn.
bed-hamn|Joins without a single screw in sight|solid pine|98x208x84|34000|natural,white|90 x 200 cm,140 x 200 cm|The corners of Hamn are joined by wedges which you knock in with the mallet that comes along. If you move house, you knock them out again.|Tighten the wedges once a year.
mirror-spegel|Hangs straight, always|glass and ash|60x3x90|7100|natural,black||Spegel hangs on a rail with a bubble level in it, so it can't hang askew. The edge is cut by hand.|Glass cleaner on the cloth, not on the mirror.
""".strip().splitlines()


def _parse():
    out = {}
    for row in _INFO:
        key, claim, material, size, grams, colours, sizes, story, care = row.split("|")
        out[key] = {"claim": claim, "material": material, "size": size.split("x"), "grams": int(grams), "colours": [c for c in colours.split(",") if c],
                    "sizes": [s for s in sizes.split(",") if s], "story": story, "care": care}
    return out


INFO = _parse()


def info(product):
    return INFO[product["key"]]


def ean(n):
    """A thirteen-digit article number from the range for use inside a shop (prefix 20), with its check digit."""
    digits = f"20{4200000000 + n * 37:010d}"
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits))
    return digits + str(-total % 10)


def body_html(product):
    i = info(product)
    w, d, h = i["size"]
    return (f"<p><strong>{i['claim']}.</strong> {i['story']}</p>\n<ul><li>Material: {i['material']}</li><li>W {w} &times; D {d} &times; H {h} cm</li>"
            f"<li>{i['grams'] / 1000:.1f} kg</li></ul>\n<h3>Care</h3><p>{i['care']}</p>")
