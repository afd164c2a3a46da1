package io.mokuroku.review.template;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where templates go beside our own pages.
 *
 * @param registerTaskUis whether every version is registered as a human task UI of
 * SageMaker, for accounts that have Amazon A2I
 */
@ConfigurationProperties("mokuroku.reviews.templates")
record TemplateSettings(@DefaultValue("false") boolean registerTaskUis) {

}
