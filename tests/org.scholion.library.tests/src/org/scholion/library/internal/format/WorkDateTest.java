package org.scholion.library.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkDateTest {

    @ParameterizedTest
    @CsvSource({
        "2001/09/01/, 2001-09-01",
        "2014//, 2014",
        "2012///, 2012",
        "2015/october, 2015-10",
        "2012 Jul 5, 2012-07-05",
        "2003 Jan-Feb, 2003-01",
        "June 2003, 2003-06",
        "12 June 2017, 2017-06-12",
        "2017-06-12T10:00:00Z, 2017-06-12",
        "2017-06-00 2017-06, 2017-06",
        "2017-00-00 2017, 2017",
        "06/2010, 2010-06",
        "05/06/2010, 2010",
        "1998 Winter, 1998",
        "c. 1850, 1850",
        "forthcoming, ''",
        "12345, ''"
    })
    void readsWhatProgramsWrite(String text, String iso) {
        assertEquals(iso, WorkDate.of(text).map(WorkDate::iso).orElse(""));
    }
}
