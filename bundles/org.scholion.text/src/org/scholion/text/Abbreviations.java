package org.scholion.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Abbreviations that end in a full stop, in lower case and without it. */
final class Abbreviations {

    /** Something always follows these. */
    private static final Set<String> OPEN = words("""
            fig figs eq eqs eqn eqns sec secs sect sects ref refs tab tabs ch chap chaps app appx def defs thm lem prop cor alg ex exs
            vol vols pp p cf e.g i.e eg ie viz vs resp approx ca dr drs prof profs mr mrs ms st ed eds dept univ suppl supp cit ibid
            nos art para pt pts ser trans transl proc conf int'l natl assoc esp incl excl ext obs subj w.r.t i.i.d a.k.a c.f n.b phys rev
            lett jan feb mar apr jun jul aug sep sept oct nov dec mt ft lt col gen gov hon rep sen""");

    /** These may end a sentence; what follows decides. */
    private static final Set<String> EITHER = words("""
            al etc inc ltd co corp jr sr ph.d m.sc b.sc m.d a.m p.m u.s u.k u.s.a e.u d.c no sp spp var subsp gen min max avg std dev
            temp conc wt est misc op loc""");

    private static final Map<String, Set<String>> OPEN_IN = new HashMap<>();

    static {
        OPEN_IN.put("de", words("""
                z.b d.h bzw vgl abb abbn tab kap nr nrn s evtl ggf inkl exkl sog u.a u.u i.d.r i.a o.g hrsg bd bde jh jhd mind bspw hr fr frl
                gl abschn anm aufl ausg bes bzgl dipl ing entspr ges gesch int lfd lt m.e mio mrd o.b.d.a s.o s.u u.ä v.a v.chr n.chr wg zzgl
                zz z.t z.z usf jan febr märz apr aug sept okt nov dez"""));
        OPEN_IN.put("fr", words("""
                ex c.-à-d c.à.d fig éq eq chap sect m mm mme mmes mlle dr pr env av apr j.-c éd art p pp vol vols réf cf e.g i.e
                janv févr avr juil sept oct nov déc resp tab déf thm prop"""));
        OPEN_IN.put("es", words("""
                ej pág págs p pp fig figs ec ecs cap caps núm núms vol vols sr sra sres dr dra ud uds aprox ref refs máx mín ee uu
                art tab secc sec def teor prop ed trad cf vid av tel"""));
        OPEN_IN.put("pt", words("""
                ex pág págs p pp fig figs eq eqs cap caps núm n vol vols sr sra srs dr dra prof profa aprox ref refs máx mín art tab sec
                def teor prop ed trad cf av tel"""));
    }

    /** Words that begin sentences far more often than they follow an abbreviation. */
    private static final Set<String> STARTERS = words("""
            a after all also although an and another any as at because before besides both but by compared consequently despite
            different due during each either even every few finally first for from further furthermore given hence here how however if in
            instead it its later like many more moreover most neither nevertheless next no none nonetheless note now of on once one only
            other otherwise our over overall several she similarly since so some such than that the their then there therefore these they
            this those though through thus to two under unless unlike until upon using what when where whereas whether which while who why
            with within without yet you your we he his her i
            der die das ein eine dies diese dieser dieses wir es in im bei mit für auf aus nach von zu zur zum da dann daher dabei damit wenn
            wie als auch so sie er ich hier jedoch
            le la les un une des ce cette ces nous il elle on ils elles dans pour par sur avec ainsi cependant enfin
            el los las una unos este esta estos estas se como para por con sin además
            o os as um uma este esta estes estas nós ele ela para por com além""");

    private Abbreviations() {}

    private static Set<String> words(String list) {
        return Stream.of(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    static boolean isOpen(String word, String language) {
        return OPEN.contains(word) || OPEN_IN.getOrDefault(language, Set.of()).contains(word);
    }

    static boolean mayEnd(String word) {
        return EITHER.contains(word);
    }

    static boolean startsSentences(String word) {
        return STARTERS.contains(word);
    }
}
