package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.Category;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsKeys;

class SettingsFormatTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        ScholionSettings settings = new ScholionSettings(
                false, 700, Optional.of("de-AT"), "fr", Set.of(Category.SPELLING), Set.of("B", "A"), Set.of("C"), 50);

        assertEquals(settings, SettingsFormat.parse(SettingsFormat.values(settings)::get));
    }

    @Test
    void theDefaultsAreReadAgain() {
        assertEquals(ScholionSettings.DEFAULT, SettingsFormat.parse(SettingsFormat.values(ScholionSettings.DEFAULT)::get));
    }

    @ParameterizedTest
    @CsvSource({"'', 200", "abc, 200", "-5, 200", "99999, 10000", "' 80 ', 80", "12345678901234567890, 200"})
    void aDelayThatMakesNoSenseIsTheDefaultOrTheNearest(String text, int expected) {
        Map<String, String> values = new HashMap<>(SettingsFormat.values(ScholionSettings.DEFAULT));
        values.put(SettingsKeys.DELAY_MILLIS, text);

        assertEquals(expected, SettingsFormat.parse(values::get).delayMillis());
    }

    @Test
    void missingValuesAreTheDefaults() {
        assertEquals(ScholionSettings.DEFAULT, SettingsFormat.parse(key -> ""));
    }
}
