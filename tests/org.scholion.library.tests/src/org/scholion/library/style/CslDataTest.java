package org.scholion.library.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;

class CslDataTest {

    @Test
    void anItemIsOneLineOfJsonWithoutTheAbstract() {
        Reference reference = new Reference.Builder("smith10").type(WorkType.ARTICLE).title("Apples \"and\" Pears")
                .author(Person.of("van der Smith", "Ann")).author(Person.body("Fruit Board")).year(2010).venue("Journal of Fruit")
                .abstractText("Long.").doi("10.1000/182").field(WorkField.DATE, "2010-05").field(WorkField.VOLUME, "3").build();
        String line = CslData.item(reference);
        assertFalse(line.contains("\n"), line);
        JsonObject item = JsonParser.parseString(line).getAsJsonObject();
        assertEquals("smith10", item.get("id").getAsString());
        assertEquals("article-journal", item.get("type").getAsString());
        assertEquals("Apples \"and\" Pears", item.get("title").getAsString());
        assertEquals("Journal of Fruit", item.get("container-title").getAsString());
        assertEquals("10.1000/182", item.get("DOI").getAsString());
        assertEquals("Smith", item.getAsJsonArray("author").get(0).getAsJsonObject().get("family").getAsString());
        assertEquals("Fruit Board", item.getAsJsonArray("author").get(1).getAsJsonObject().get("literal").getAsString());
        assertEquals("[[2010,5]]", item.getAsJsonObject("issued").getAsJsonArray("date-parts").toString());
        assertFalse(item.has("abstract"));
    }
}
