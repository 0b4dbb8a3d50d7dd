package org.scholion.library.solr.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.util.NamedList;

/** Answers as maps, lists, texts and numbers. */
final class Values {

    private Values() {}

    static Map<String, Object> map(NamedList<?> list) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, ?> entry : list) {
            Object value = entry.getValue();
            if (value != null) {
                map.put(String.valueOf(entry.getKey()), plain(value));
            }
        }
        return map;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case NamedList<?> list -> map(list);
            case SolrDocumentList documents -> {
                List<Object> docs = new ArrayList<>();
                documents.forEach(document -> docs.add(map(document)));
                yield Map.of("numFound", documents.getNumFound(), "docs", docs);
            }
            case Map<?, ?> map -> map(map);
            case List<?> list -> {
                List<Object> all = new ArrayList<>();
                list.forEach(one -> all.add(plain(one)));
                yield all;
            }
            default -> value;
        };
    }

    private static Map<String, Object> map(Map<?, ?> given) {
        Map<String, Object> map = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (value != null) {
                map.put(String.valueOf(name), plain(value));
            }
        });
        return map;
    }
}
