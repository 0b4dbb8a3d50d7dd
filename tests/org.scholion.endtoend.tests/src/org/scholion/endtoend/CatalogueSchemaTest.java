package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of models is as its schema says, and the schema refuses what is not. */
class CatalogueSchemaTest {

    private static final Path FOLDER =
            Path.of("../../bundles/org.scholion.inference/src/org/scholion/inference/internal/catalogue");

    @Test
    void theCatalogueOfTheProductIsValid() throws IOException {
        assertEquals(List.of(), List.copyOf(schema().validate(read(Files.readString(FOLDER.resolve("catalogue.json"))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1|\"version\": 2",
                "\"task\": \"embedding\"|\"task\": \"poetry\"",
                "\"kind\": \"embedded\"|\"kind\": \"magic\"",
                "\"path\": \"config.json\"|\"path\": \"../config.json\"",
                "\"quality\"|\"qualty\"",
            })
    void theSchemaRefusesWhatIsWrong(String good, String bad) throws IOException {
        String text = Files.readString(FOLDER.resolve("catalogue.json"));
        assertFalse(schema().validate(read(text.replace(good, bad))).isEmpty());
    }

    private static JsonNode read(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = Files.newInputStream(FOLDER.resolve("catalogue.schema.json"))) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
        }
    }
}
