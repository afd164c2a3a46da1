resource "aws_ecr_repository" "this" {
  for_each = var.images

  name                 = "mokuroku/${each.key}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = var.force_delete

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.key_arn
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each = var.images

  repository = aws_ecr_repository.this[each.key].name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Enough to roll back"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.kept }
      action       = { type = "expire" }
    }]
  })
}
