package org.scholion.assist.writing.internal.extract;

import java.util.regex.Pattern;

/** Words that tell what a sentence is about to say. */
enum Cue {
    WE_PRESENT(
            "\\b(?:we|i) (?:present|propose|introduce|describe|develop|show|demonstrate|investigate|study|explore|examine|report|provide|argue|apply"
                    + "|use|evaluate|discuss|analy[sz]e|find|found|review|consider|compare|extend|design|implement|prove|define|outline)"),
    THIS_PAPER(
            "\\b(?:this|the present|our|in this) (?:paper|work|article|study|review|report|thesis|chapter|document|survey|approach|method|guide)\\b"),
    RESULT(
            "\\b(?:results?|show(?:s|ed|n)?|found|demonstrat\\w+|outperform\\w*|achiev\\w+|improv\\w+|indicat\\w+|reveal\\w*|suggest\\w*|significant\\w*"
                    + "|accura\\w+|state-of-the-art)\\b"),
    PROBLEM("\\b(?:however|challeng\\w*|difficult\\w*|problem\\w*|lack|limit\\w*|unfortunately|despite|although|yet|remain\\w*|gap)\\b"),
    CONCLUSION("\\b(?:conclu\\w*|in summary|we have|thus|therefore|overall|in short|summari[sz]e)\\b"),
    IMPORTANCE("\\b(?:important|crucial|essential|key|fundamental|critical|widely|increasing\\w*|novel|new|first)\\b"),
    POINTER(
            "\\b(?:figure|fig|table|section|sec|equation|eq|appendix|chapter|listing|algorithm \\d|theorem|lemma|following|below|above|next)\\b"),
    EXAMPLE("\\b(?:for example|for instance|e\\.g|such as|i\\.e|note that|recall|suppose|let|consider)\\b"),
    FUTURE("\\b(?:future|plan to|would like|hope)\\b"),
    THANKS("\\b(?:thank|acknowledg|grateful|fund|grant)\\w*"),
    CONNECTED(
            "^(?:however|moreover|furthermore|in addition|additionally|thus|therefore|hence|for example|also|then|similarly|finally|first|second|this"
                    + "|these|those|it|they|such)\\b"),
    OUTLINE("\\b(?:organi[sz]ed as|structure of (?:this|the)|remainder of|rest of|in section|sections? \\d)\\b"),
    WE("\\b(?:we|our|us)\\b"),
    QUESTION("\\?");

    private final Pattern pattern;

    Cue(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    boolean in(String text) {
        return pattern.matcher(text).find();
    }
}
