package org.scholion.assist.language.internal.consistency.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.assist.language.internal.consistency.terms.VarietyRule.Use;

/**
 * Words that British and American authors spell differently and that mean the same in both spellings. Words such as "program", "metre",
 * "practice" and "dialog", of which a variety knows both for different things, are not here.
 */
public final class SpellingVarieties {

    /** A way to spell. */
    enum Variety {
        BRITISH,
        AMERICAN
    }

    /** One spelling: its counterpart, what both have in common, and the words that are alike. */
    private record Spelling(Variety variety, String other, String base, String group) {}

    private final Map<String, Spelling> spellings = new HashMap<>();

    public SpellingVarieties() {
        addOur();
        addIse();
        addDoubled();
        addPairs();
    }

    Optional<Use> of(Word word) {
        @Nullable Spelling spelling = spellings.get(word.lower());
        if (spelling == null) {
            return Optional.empty();
        }
        String ending = word.text().substring(word.lower().length());
        String other = Character.isUpperCase(word.text().charAt(0))
                ? Character.toUpperCase(spelling.other().charAt(0)) + spelling.other().substring(1)
                : spelling.other();
        return Optional.of(new Use(word, spelling.base(), spelling.group(), spelling.variety(), other + ending));
    }

    /** Whether two words in lower case are one word, spelled by two varieties. */
    public boolean areOneWord(String word, String other) {
        @Nullable Spelling spelling = spellings.get(word);
        return spelling != null && spelling.other().equals(other);
    }

    private void add(String british, String american, String group) {
        spellings.putIfAbsent(british, new Spelling(Variety.BRITISH, american, american, group));
        spellings.putIfAbsent(american, new Spelling(Variety.AMERICAN, british, american, group));
    }

    private void addOur() {
        for (String stem : FunctionWords.set("""
                col fav flav harb hon hum lab neighb rum vap endeav vig od sav arm tum""")) {
            for (String ending : List.of("", "s", "ed", "ing", "able", "ably", "ite", "ites", "ful", "less", "hood", "hoods", "er")) {
                add(stem + "our" + ending, stem + "or" + ending, "our");
            }
        }
        for (String ending : List.of("", "s", "al", "ally")) {
            add("behaviour" + ending, "behavior" + ending, "our");
        }
    }

    private void addIse() {
        for (String stem : FunctionWords.set("""
                character categor central clustr colon computer criticis custom digit discret diagonal econom emphas energ equal external
                factor final formal general global harmon hypothes ideal immun initial internal ion item linear local magnet material maxim
                memor min minim mobil modern modular neutral normal optim organ organiz optimal oxid parallel parameter parametr penal personal
                polar popular prior quant random rational real recogn regular renormal rescal revolution sanit scrutin serial signal
                stabil standard steril summar symbol symmetr synchron synthes system thermal token trivial util vector vectorial
                virtual visual vocal binar container contextual functional spatial special stochast subsid tokens author apolog
                crystall fertil hospital industrial jeopard legal metabol mechan minimal monopol national operational orthogonal
                orthonormal pasteur plagiar polymer pressur privat pulver raster reorgan reinitial reparametr reparameter sensit social
                specialis subsidis theor union urban vapor victim volatil homogen hydrol lem canonical anonym annual incentiv""")) {
            if (stem.endsWith("is") || stem.endsWith("iz")) {
                continue;
            }
            for (String ending : List.of("e", "es", "ed", "ing", "er", "ers", "ation", "ations", "ational", "able", "ably", "ability")) {
                add(stem + "is" + ending, stem + "iz" + ending, "ise");
                for (String prefix : List.of("un", "non", "re", "de", "pre")) {
                    add(prefix + stem + "is" + ending, prefix + stem + "iz" + ending, "ise");
                }
            }
        }
        for (String stem : FunctionWords.set("anal catal paral dial hydrol electrol")) {
            for (String ending : List.of("e", "ed", "ing", "er", "ers", "able")) {
                add(stem + "ys" + ending, stem + "yz" + ending, "yse");
            }
        }
    }

    private void addDoubled() {
        for (String stem : FunctionWords.set("""
                model label travel cancel signal level channel tunnel fuel total dial marvel panel parcel quarrel shovel equal
                initial spiral tassel trowel unravel pedal rival duel funnel chisel bevel gravel counsel""")) {
            for (String ending : List.of("ed", "ing", "er", "ers", "ings")) {
                add(stem + "l" + ending, stem + ending, "ll");
                for (String prefix : List.of("re", "un", "pre", "mis")) {
                    add(prefix + stem + "l" + ending, prefix + stem + ending, "ll");
                }
            }
        }
    }

    private void addPairs() {
        addAll("re", "centre center centres centers centred centered centring centering fibre fiber fibres fibers litre liter litres liters "
                + "theatre theater theatres theaters spectre specter lustre luster calibre caliber sombre somber kilometre kilometer "
                + "kilometres kilometers centimetre centimeter centimetres centimeters millimetre millimeter millimetres millimeters "
                + "micrometre micrometer micrometres micrometers nanometre nanometer nanometres nanometers barycentre barycenter "
                + "epicentre epicenter millilitre milliliter millilitres milliliters");
        addEach("defence defense defences defenses offence offense offences offenses pretence pretense");
        addEach("catalogue catalog catalogues catalogs catalogued cataloged cataloguing cataloging homologue homolog homologues homologs "
                + "orthologue ortholog orthologues orthologs paralogue paralog paralogues paralogs");
        addEach("grey gray greyscale grayscale greys grays greyish grayish artefact artifact artefacts artifacts ageing aging");
        addEach("fulfil fulfill fulfils fulfills fulfilment fulfillment enrol enroll enrols enrolls enrolment enrollment "
                + "instalment installment instalments installments skilful skillful skilfully skillfully");
        addEach("judgement judgment judgements judgments acknowledgement acknowledgment acknowledgements acknowledgments");
        addEach("aluminium aluminum sulphur sulfur sulphate sulfate sulphates sulfates sulphide sulfide sulphides sulfides "
                + "sulphuric sulfuric caesium cesium");
        addEach("haemoglobin hemoglobin anaemia anemia anaesthesia anesthesia paediatric pediatric "
                + "oestrogen estrogen foetus fetus foetal fetal leukaemia leukemia haematology hematology oesophagus esophagus "
                + "diarrhoea diarrhea oedema edema ischaemia ischemia ischaemic ischemic aetiology etiology gynaecology gynecology "
                + "orthopaedic orthopedic palaeontology paleontology archaeology archeology archaeological archeological "
                + "haemorrhage hemorrhage manoeuvre maneuver manoeuvres maneuvers");
        addEach("mould mold moulds molds moulded molded moulding molding smoulder smolder plough plow ploughs plows "
                + "ploughed plowed sceptic skeptic sceptical skeptical scepticism skepticism towards toward spelt spelled");
    }

    /** Words that are each a matter of its own: their spelling says nothing about that of others. */
    private void addEach(String pairs) {
        String[] words = pairs.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            add(words[i], words[i + 1], words[i + 1]);
        }
    }

    private void addAll(String group, String pairs) {
        String[] words = pairs.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            add(words[i], words[i + 1], group);
        }
    }
}
