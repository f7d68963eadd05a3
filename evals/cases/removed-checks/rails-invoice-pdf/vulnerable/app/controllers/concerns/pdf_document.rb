# frozen_string_literal: true

# Adds a +pdf+ action to controllers of numbered documents.
module PdfDocument
  extend ActiveSupport::Concern

  included do
    class_attribute :document_class, instance_accessor: true
  end

  class_methods do
    def pdf_of(model)
      self.document_class = model
    end
  end

  def pdf
    document = document_class.find(params[:id])
    send_data InvoicePdf.new(document).render,
              filename: "#{document.model_name.singular}-#{document.number}.pdf",
              type: "application/pdf",
              disposition: "inline"
  end
end
