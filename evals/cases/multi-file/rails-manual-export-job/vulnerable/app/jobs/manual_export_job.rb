# frozen_string_literal: true

# Writes a manual as PDF and attaches it to the export that was asked for.
class ManualExportJob < ApplicationJob
  queue_as :documents
  discard_on ActiveJob::DeserializationError

  def perform(export, style)
    Dir.mktmpdir("manual") do |folder|
      source = File.join(folder, "manual.md")
      target = File.join(folder, "manual.pdf")
      File.write(source, export.manual.body)
      convert(source, target, style)
      export.document.attach(io: File.open(target), filename: "#{export.manual.slug}.pdf")
    end
    export.update!(state: "done")
  rescue RuntimeError
    export.update!(state: "failed")
  end

  private

  def convert(source, target, style)
    Dir.chdir(Rails.root.join("config/manual_styles")) do
      system("pandoc #{source} --sandbox --css #{style}.css -o #{target}", exception: true)
    end
  end
end
