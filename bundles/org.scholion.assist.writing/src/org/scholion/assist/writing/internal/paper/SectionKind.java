package org.scholion.assist.writing.internal.paper;

import java.util.regex.Pattern;

/** What a section is for, as far as its heading tells. */
public enum SectionKind {
    CONCLUSION("conclu|summar|closing|outlook|future|perspective"),
    DISCUSSION("discuss|limitation"),
    RESULT("result|experiment|evaluat|finding|perform|analysis|application|case stud|example"),
    METHOD("method|approach|model|algorithm|material|design|implement|architecture|theory|data|setup|system|formal"),
    RELATED("related|previous|prior|background|literature|state of the art|prelimin"),
    INTRODUCTION("introduc|motivation|overview"),
    /** Not of the argument: thanks, money, who did what. */
    MATTER("acknowledg|funding|contributions?$|availability|competing|conflicts? of|supplement|appendi|dedicat|abbreviations"),
    OTHER("(?!)");

    private final Pattern heading;

    SectionKind(String heading) {
        this.heading = Pattern.compile(heading, Pattern.CASE_INSENSITIVE);
    }

    /** The first kind whose words stand in the heading. */
    public static SectionKind of(String heading) {
        if (MATTER.heading.matcher(heading).find()) {
            return MATTER;
        }
        for (SectionKind kind : values()) {
            if (kind.heading.matcher(heading).find()) {
                return kind;
            }
        }
        return OTHER;
    }
}
