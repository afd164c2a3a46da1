package io.mokuroku.search.role;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this instance does.
 *
 * @param role all of it unless told otherwise
 */
@ConfigurationProperties("mokuroku.search")
record RoleSettings(@DefaultValue("both") Role role) {

	enum Role {

		/** Answers; works in the background on nothing. */
		API,

		/** Works in the background; answers, too, if anybody asks. */
		INDEXER,

		/** The same, where there is but one kind of instance. */
		BOTH

	}

}
