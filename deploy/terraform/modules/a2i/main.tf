# Amazon A2I, for accounts that have it. An account has one private workforce in a Region, so one environment alone may
# make it there.

locals {
  templates = "${path.module}/../../../../review-service/src/main/resources/io/mokuroku/review/portal"
  task      = file("${local.templates}/task.liquid")
  styles    = [for name in sort(fileset(local.templates, "*.css")) : file("${local.templates}/${name}")]

  # The same page the service itself registers: its names come from the input of the human loop, see TaskUiPage.
  expressions = join(" ", regexall("(?s)\\{\\{.*?\\}\\}|\\{%.*?%\\}", local.task))
  words       = distinct(regexall("[a-zA-Z_][a-zA-Z0-9_]*", replace(local.expressions, "/'[^']*'|\"[^\"]*\"/", "")))
  kept = [
    "a2i", "task", "if", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase", "for", "in",
    "endfor", "break", "continue", "reversed", "limit", "offset", "assign", "capture", "endcapture", "comment",
    "endcomment", "increment", "decrement", "tablerow", "endtablerow", "forloop", "and", "or", "contains", "true",
    "false", "nil", "null", "empty", "blank",
  ]
  page = join("", concat(
    ["<script src=\"https://assets.crowd.aws/crowd-html-elements.js\"></script>\n{% assign a2i = true %}\n"],
    [for name in sort(setsubtract(local.words, local.kept)) : "{% assign ${name} = task.input.${name} %}\n"],
    [for style in local.styles : "<style>\n${style}</style>\n"],
    ["<crowd-form answer-format=\"flatten-objects\">\n", local.task, "\n</crowd-form>\n"],
  ))
  version = substr(sha256(local.page), 0, 12)
}

resource "aws_cognito_user_pool_client" "workers" {
  name            = "workers"
  user_pool_id    = var.user_pool_id
  generate_secret = true

  explicit_auth_flows           = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors = "ENABLED"

  # SageMaker enters the address of its own portal
  lifecycle {
    ignore_changes = [callback_urls, logout_urls, allowed_oauth_flows, allowed_oauth_flows_user_pool_client, allowed_oauth_scopes, supported_identity_providers]
  }
}

resource "aws_sagemaker_workforce" "this" {
  workforce_name = "mokuroku"

  cognito_config {
    client_id = aws_cognito_user_pool_client.workers.id
    user_pool = var.user_pool_id
  }
}

resource "aws_sagemaker_workteam" "this" {
  workteam_name  = var.workteam_name
  workforce_name = aws_sagemaker_workforce.this.workforce_name
  description    = "Who decides reviews"

  dynamic "member_definition" {
    for_each = var.groups
    content {
      cognito_member_definition {
        client_id  = aws_cognito_user_pool_client.workers.id
        user_pool  = var.user_pool_id
        user_group = member_definition.value
      }
    }
  }

  # the service tells the groups anew with every invitation
  lifecycle {
    ignore_changes = [member_definition]
  }
}

resource "aws_sagemaker_human_task_ui" "task" {
  human_task_ui_name = "mokuroku-task-${local.version}"

  ui_template {
    content = local.page
  }

  lifecycle {
    create_before_destroy = true
    precondition {
      condition     = length(local.page) <= 128000
      error_message = "SageMaker takes pages of 128000 characters."
    }
  }
}

# a definition names one page for good, so each page has its own
resource "aws_sagemaker_flow_definition" "reviews" {
  flow_definition_name = "mokuroku-reviews-${local.version}"
  role_arn             = aws_iam_role.this.arn

  human_loop_config {
    human_task_ui_arn                     = aws_sagemaker_human_task_ui.task.arn
    workteam_arn                          = aws_sagemaker_workteam.this.arn
    task_title                            = "Decide about an entry of the catalogue"
    task_description                      = "See what would change, correct what is wrong, and decide."
    task_count                            = var.workers_per_task
    task_availability_lifetime_in_seconds = 259200
    task_time_limit_in_seconds            = 3600
  }

  output_config {
    s3_output_path = "s3://${aws_s3_bucket.answers.bucket}/a2i"
    kms_key_id     = var.key_arn
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_s3_bucket" "answers" {
  bucket = var.answers_bucket
}

resource "aws_s3_bucket_public_access_block" "answers" {
  bucket                  = aws_s3_bucket.answers.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "answers" {
  bucket = aws_s3_bucket.answers.id

  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key_arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "answers" {
  bucket = aws_s3_bucket.answers.id

  rule {
    id     = "expire"
    status = "Enabled"
    filter {}

    expiration {
      days = 365
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "mokuroku-a2i"
  description        = "What human loops may do"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# through a local, so that policies are known while planning wherever their parts are
locals {
  answers_arn = aws_s3_bucket.answers.arn
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["sagemaker.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "answers"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "PutAnswers"
    actions   = ["s3:PutObject", "s3:GetObject"]
    resources = ["${local.answers_arn}/a2i/*"]
  }

  statement {
    sid       = "UseTheKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.key_arn]
  }
}
