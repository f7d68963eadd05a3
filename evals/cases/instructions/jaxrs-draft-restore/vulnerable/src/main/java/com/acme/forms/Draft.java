package com.acme.forms;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a form, as far as they are filled in. */
public record Draft(String form, TreeMap<String, String> fields) implements Serializable {

    /** The same draft without blanks around the values. */
    public Draft normalised() {
        TreeMap<String, String> trimmed = new TreeMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            trimmed.put(field.getKey(), field.getValue().strip());
        }
        return new Draft(form, trimmed);
    }
}
