# frozen_string_literal: true

# Adds a +pdf+ action to controllers of numbered documents.
module PdfDocument
  extend ActiveSupport::Concern

  included do
    class_attribute :document_scope, instance_accessor: true
  end

  class_methods do
    # The block runs in the controller and returns what the caller may see.
    def pdf_of(&scope)
      self.document_scope = scope
    end
  end

  def pdf
    document = instance_exec(&document_scope).find(params[:id])
    send_data InvoicePdf.new(document).render,
              filename: "#{document.model_name.singular}-#{document.number}.pdf",
              type: "application/pdf",
              disposition: "inline"
  end
end
