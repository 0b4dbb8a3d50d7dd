package org.scholion.manuscript.word.internal.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** The styles of a document, each with what it takes over from the one it is based on. Not thread-safe while it is filled. */
public final class Styles {

    private static final int MOST_ANCESTORS = 40;
    private static final String PROPERTIES_OF_RUN = "w:rPr";
    private static final String PROPERTIES_OF_PARAGRAPH = "w:pPr";

    private final Map<String, XmlElement> byId = new HashMap<>();
    private Optional<XmlElement> defaults = Optional.empty();
    private Optional<String> normal = Optional.empty();

    /** Takes what stands in the root of the part of styles. */
    public void take(XmlElement element) {
        switch (element.name()) {
            case "w:docDefaults" -> defaults = Optional.of(element);
            case "w:style" -> {
                String id = element.attribute("w:styleId").orElse("");
                byId.putIfAbsent(id, element);
                boolean paragraph = element.attribute("w:type").orElse("").equals("paragraph");
                if (paragraph && element.attribute("w:default").filter(value -> !value.equals("0")).isPresent()) {
                    normal = Optional.of(id);
                }
            }
            default -> {
                // latent styles say nothing of the text
            }
        }
    }

    /** The name that Word shows in English, in lower case, such as {@code heading 1}; the id where the style is unknown. */
    public String name(String id) {
        return Optional.ofNullable(byId.get(id)).flatMap(style -> style.value("w:name")).orElse(id).toLowerCase(Locale.ROOT);
    }

    /** The style of paragraphs that name none. */
    public Optional<String> normal() {
        return normal;
    }

    /** Something of the run properties of a style or of those it is based on. */
    public <T> Optional<T> ofRun(String id, Function<XmlElement, Optional<T>> property) {
        return find(id, PROPERTIES_OF_RUN, property);
    }

    /** Something of the paragraph properties of a style or of those it is based on. */
    public <T> Optional<T> ofParagraph(String id, Function<XmlElement, Optional<T>> property) {
        return find(id, PROPERTIES_OF_PARAGRAPH, property);
    }

    /** Something of the run properties that hold where no style says otherwise. */
    public <T> Optional<T> ofDefaultRun(Function<XmlElement, Optional<T>> property) {
        return defaults.flatMap(all -> all.child("w:rPrDefault")).flatMap(run -> run.child(PROPERTIES_OF_RUN)).flatMap(property);
    }

    /**
     * A property of letters: by their run itself, its style, the style of the paragraph, the defaults of the document.
     *
     * @param run the run's own properties; empty where it has none
     */
    public <T> Optional<T> ofLetters(Optional<XmlElement> run, String paragraphStyle, Function<XmlElement, Optional<T>> property) {
        return run.flatMap(property)
                .or(() -> run.flatMap(properties -> properties.value("w:rStyle")).flatMap(id -> ofRun(id, property)))
                .or(() -> ofRun(paragraphStyle, property))
                .or(() -> ofDefaultRun(property));
    }

    /** The names of a style and of those it is based on, nearest first. */
    Iterable<String> lineage(String id) {
        Set<String> ids = new LinkedHashSet<>();
        String at = id;
        while (byId.containsKey(at) && ids.size() < MOST_ANCESTORS && ids.add(at)) {
            at = byId.get(at).value("w:basedOn").orElse("");
        }
        return ids.stream().map(this::name).toList();
    }

    private <T> Optional<T> find(String id, String properties, Function<XmlElement, Optional<T>> property) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (byId.containsKey(at) && seen.size() < MOST_ANCESTORS && seen.add(at)) {
            XmlElement style = byId.get(at);
            Optional<T> found = style.child(properties).flatMap(property);
            if (found.isPresent()) {
                return found;
            }
            at = style.value("w:basedOn").orElse("");
        }
        return Optional.empty();
    }
}
