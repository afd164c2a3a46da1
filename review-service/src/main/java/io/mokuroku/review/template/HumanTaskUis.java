package io.mokuroku.review.template;

/**
 * Where pages of Amazon A2I are registered.
 */
interface HumanTaskUis {

	/** Nowhere. */
	HumanTaskUis NONE = (_, _) -> {
	};

	/**
	 * Registers what workers of A2I see. A version that is registered already stays as it
	 * is.
	 * @param version makes the name, so that it never changes
	 * @param template Liquid, as A2I reads it
	 * @throws io.mokuroku.message.RetryableFailure if SageMaker does not answer
	 * @throws io.mokuroku.message.PermanentFailure if it refuses the template
	 */
	void register(TemplateVersion version, String template);

}
