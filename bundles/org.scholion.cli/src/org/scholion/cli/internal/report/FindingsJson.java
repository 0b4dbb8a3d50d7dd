package org.scholion.cli.internal.report;

import org.scholion.assist.Finding;

/** One JSON document for scripts; the keys stay as they are, new ones may come. */
public final class FindingsJson implements FindingsFormat {

    private static final int VERSION = 1;

    @Override
    public String format(Report report) {
        return FindingJson.document(json -> {
            json.beginObject();
            json.name("version").value(VERSION);
            json.name("files").beginArray();
            for (CheckedPaper checked : report.papers()) {
                for (String name : checked.paper().names()) {
                    json.beginObject();
                    json.name("path").value(name);
                    json.name("format").value(checked.paper().manuscript().format());
                    json.name("words").value(checked.paper().wordCount(name));
                    json.endObject();
                }
            }
            json.endArray();
            json.name("findings").beginArray();
            for (CheckedPaper checked : report.papers()) {
                for (Finding finding : checked.findings()) {
                    FindingJson.write(json, checked.paper(), finding);
                }
            }
            json.endArray();
            json.name("seconds").value(Math.round(report.seconds() * 1000) / 1000.0);
            json.endObject();
        });
    }
}
