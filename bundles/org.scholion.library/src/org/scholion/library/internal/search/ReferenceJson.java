package org.scholion.library.internal.search;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;

/** A reference as the index keeps it. */
final class ReferenceJson {

    private ReferenceJson() {}

    /** The same text for equal references. */
    static String write(Reference reference) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("key").value(reference.key());
            json.name("type").value(reference.type().name());
            json.name("title").value(reference.title());
            people(json, "authors", reference.authors());
            people(json, "editors", reference.editors());
            if (reference.year().isPresent()) {
                json.name("year").value(reference.year().getAsInt());
            }
            json.name("venue").value(reference.venue());
            json.name("doi").value(reference.doi());
            json.name("fields").beginObject();
            for (Map.Entry<WorkField, String> field : new TreeMap<>(reference.fields()).entrySet()) {
                json.name(field.getKey().name()).value(field.getValue());
            }
            json.endObject();
            texts(json, "keywords", reference.keywords());
            texts(json, "groups", reference.groups());
            texts(json, "files", reference.files().stream().map(Path::toString).toList());
            json.name("abstract").value(reference.abstractText());
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory", impossible);
        }
        return text.toString();
    }

    private static void people(JsonWriter json, String name, List<Person> people) throws IOException {
        json.name(name).beginArray();
        for (Person person : people) {
            json.beginArray();
            json.value(person.family()).value(person.given()).value(person.suffix()).value(person.body());
            json.endArray();
        }
        json.endArray();
    }

    private static void texts(JsonWriter json, String name, List<String> texts) throws IOException {
        json.name(name).beginArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }

    /** @throws IOException when it is not what {@link #write} wrote */
    static Reference read(String text) throws IOException {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            Reference.Builder reference = new Reference.Builder("");
            json.beginObject();
            while (json.hasNext()) {
                member(json, reference);
            }
            json.endObject();
            return reference.build();
        } catch (IllegalStateException | IllegalArgumentException other) {
            throw new IOException(other);
        }
    }

    private static void member(JsonReader json, Reference.Builder reference) throws IOException {
        switch (json.nextName()) {
            case "key" -> reference.key(json.nextString());
            case "type" -> reference.type(WorkType.valueOf(json.nextString()));
            case "title" -> reference.title(json.nextString());
            case "authors" -> each(json, () -> reference.author(person(json)));
            case "editors" -> each(json, () -> reference.editor(person(json)));
            case "year" -> reference.year(json.nextInt());
            case "venue" -> reference.venue(json.nextString());
            case "doi" -> reference.doi(json.nextString());
            case "fields" -> {
                json.beginObject();
                while (json.hasNext()) {
                    reference.field(WorkField.valueOf(json.nextName()), json.nextString());
                }
                json.endObject();
            }
            case "keywords" -> each(json, () -> reference.keyword(json.nextString()));
            case "groups" -> each(json, () -> reference.group(json.nextString()));
            case "files" -> each(json, () -> reference.file(Path.of(json.nextString())));
            case "abstract" -> reference.abstractText(json.nextString());
            default -> json.skipValue();
        }
    }

    /** Reads one element of an array. */
    private interface Element {
        void read() throws IOException;
    }

    private static void each(JsonReader json, Element element) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            element.read();
        }
        json.endArray();
    }

    private static Person person(JsonReader json) throws IOException {
        json.beginArray();
        Person person = new Person(json.nextString(), json.nextString(), json.nextString(), json.nextBoolean());
        json.endArray();
        return person;
    }
}
