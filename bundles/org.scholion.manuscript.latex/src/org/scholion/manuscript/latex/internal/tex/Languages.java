package org.scholion.manuscript.latex.internal.tex;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** The names that babel and polyglossia give to languages, and spelling dictionaries, as BCP 47 tags. */
public final class Languages {

    private static final String NAMES = """
            english=en american=en-US USenglish=en-US usenglish=en-US british=en-GB UKenglish=en-GB ukenglish=en-GB canadian=en-CA
            australian=en-AU newzealand=en-NZ german=de ngerman=de germanb=de austrian=de-AT naustrian=de-AT swissgerman=de-CH
            nswissgerman=de-CH french=fr francais=fr frenchb=fr canadien=fr-CA acadian=fr-CA spanish=es mexican=es-MX spanishmx=es-MX
            portuguese=pt-PT portuges=pt-PT brazilian=pt-BR brazil=pt-BR italian=it dutch=nl swedish=sv danish=da norsk=nb
            norwegian=nb nynorsk=nn finnish=fi icelandic=is polish=pl polutonikogreek=el greek=el russian=ru ukrainian=uk
            bulgarian=bg czech=cs slovak=sk slovene=sl slovenian=sl croatian=hr serbian=sr hungarian=hu magyar=hu romanian=ro
            turkish=tr catalan=ca galician=gl basque=eu latin=la hebrew=he arabic=ar persian=fa farsi=fa chinese=zh
            chinese-simplified=zh-CN chinese-traditional=zh-TW japanese=ja korean=ko vietnamese=vi esperanto=eo estonian=et
            latvian=lv lithuanian=lt irish=ga welsh=cy scottish=gd breton=br afrikaans=af indonesian=id malay=ms thai=th hindi=hi
            belarusian=be macedonian=mk interlingua=ia
            """;

    private static final Map<String, String> TAGS = tags();

    private Languages() {}

    /** The tag of a name of babel or polyglossia, or null. */
    public static @Nullable String ofName(String name) {
        return TAGS.get(name);
    }

    /**
     * The tag of a name, of a polyglossia name with its options, or of something that looks like a tag or a dictionary's name, such as
     * {@code en_GB}; or null.
     */
    public static @Nullable String ofTagOrName(String name) {
        String known = TAGS.get(name);
        if (known != null) {
            return known;
        }
        if (!name.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(name.replace('_', '-'));
        return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
    }

    /** The tag of {@code \setmainlanguage[options]{name}}. */
    public static @Nullable String ofPolyglossia(String name, String options) {
        for (String option : options.split(",")) {
            int equals = option.indexOf('=');
            String key = option.substring(0, Math.max(0, equals)).strip();
            if (key.equals("variant") || key.equals("locale")) {
                String value = option.substring(equals + 1).strip();
                String tag = switch (value) {
                    case "uk" -> "en-GB";
                    case "us", "usmax" -> "en-US";
                    case "swiss" -> name.equals("german") ? "de-CH" : "fr-CH";
                    default -> TAGS.get(value);
                };
                if (tag != null) {
                    return tag;
                }
            }
        }
        return TAGS.get(name);
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        for (String pair : NAMES.strip().split("\\s+")) {
            int equals = pair.indexOf('=');
            tags.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Map.copyOf(tags);
    }
}
