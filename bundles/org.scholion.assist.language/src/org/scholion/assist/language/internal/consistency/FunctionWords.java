package org.scholion.assist.language.internal.consistency;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of English that carry grammar rather than meaning. */
public final class FunctionWords {

    private static final Set<String> ALL = set("""
            a an the and or but nor so yet if then else than that which who whom whose what when where why how while as at by for from in
            into of off on onto out over per to under until up upon via with within without about above across after against along amid among
            around before behind below beneath beside besides between beyond despite down during except inside like near outside since through
            throughout toward towards underneath unlike is are was were be been being am do does did done doing has have had having can could
            may might must shall should will would i me my we us our you your he him his she her it its they them their this these those there
            here not no all any both each every few many more most much other some such only own same too very also just even both either neither
            one two three four five six seven eight nine ten first second third however therefore thus hence because although though whereas
            let cannot ourselves itself themselves another often always never still already again once rather quite""");

    private static final Set<String> BE = set("is are was were be been being am has have had can could may might must shall should will would");

    private static final Set<String> TITLE_SMALL = set("""
            a an the and or but nor so yet as at by for from in into of off on onto out over per to up upon via with within without vs versus
            than if that between is are be it its their our de la le der von van et al en y e o through about under during against among
            before after around across beyond toward towards not do does can when where how using""");

    private FunctionWords() {}

    public static Set<String> set(String list) {
        return Stream.of(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    public static boolean isFunctionWord(String lower) {
        return ALL.contains(lower);
    }

    /** A form of "be" or "have", or a modal verb: what stands before it is a noun or an adverb, not an adjective before a noun. */
    public static boolean isAuxiliary(String lower) {
        return BE.contains(lower);
    }

    /** Words that stay small in a heading in title case. */
    public static boolean isSmallInTitles(String lower) {
        return TITLE_SMALL.contains(lower);
    }
}
