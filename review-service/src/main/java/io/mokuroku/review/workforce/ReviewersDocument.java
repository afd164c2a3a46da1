package io.mokuroku.review.workforce;

import java.util.List;

/**
 * Reviewers as clients see them.
 *
 * @param data the reviewers, by name
 */
record ReviewersDocument(List<Data> data) {

	/**
	 * One reviewer.
	 *
	 * @param data the one resource of the document
	 */
	record One(Data data) {

	}

	/**
	 * A JSON:API resource.
	 *
	 * @param type always {@code reviewers}
	 * @param id what their tokens call them
	 * @param attributes the reviewer
	 */
	record Data(String type, String id, Attributes attributes) {

		static Data of(Reviewer reviewer) {
			return new Data("reviewers", reviewer.id(), new Attributes(reviewer.name(), reviewer.role()));
		}

	}

	/**
	 * What is told of a reviewer.
	 *
	 * @param name what people call them
	 * @param role what they may do
	 */
	record Attributes(String name, Role role) {

	}

}
