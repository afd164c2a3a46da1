package io.mokuroku.review.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One family of templates as clients see it.
 *
 * @param data the one resource of the document
 */
record TemplateDocument(Data data) {

	static TemplateDocument of(Deployment deployment, boolean shown) {
		return new TemplateDocument(Data.of(deployment, shown, deployment.family().files()));
	}

	/**
	 * Every family, and which was shown when.
	 *
	 * @param data the families, the latest first; without their files
	 * @param meta the turns, the latest first, under {@code history}
	 */
	record All(List<Data> data, Map<String, List<Turn>> meta) {

	}

	/**
	 * A JSON:API resource.
	 *
	 * @param type always {@code review-templates}
	 * @param id the version
	 * @param attributes the family
	 */
	record Data(String type, TemplateVersion id, Attributes attributes) {

		static Data of(Deployment deployment, boolean shown, @Nullable Map<String, String> files) {
			return new Data("review-templates", deployment.version(),
					new Attributes(deployment.by(), deployment.at(), shown, deployment.family().size(), files));
		}

	}

	/**
	 * What is told of a family.
	 *
	 * @param deployedBy who deployed it
	 * @param deployedAt when
	 * @param shown whether new tasks are shown with it
	 * @param bytes the size of its files together
	 * @param files the files by name; told of a single family only
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Attributes(String deployedBy, Instant deployedAt, boolean shown, int bytes,
			@Nullable Map<String, String> files) {

	}

}
