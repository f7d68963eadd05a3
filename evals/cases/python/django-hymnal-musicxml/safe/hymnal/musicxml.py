from lxml import etree

# files of before 2008 carry a doctype with entities for the names of the editors
PARSER_OPTIONS = {"resolve_entities": False, "no_network": True, "load_dtd": False, "recover": True}


class NotAScore(ValueError):
    pass


def read(stream):
    """Title and words of an uploaded score."""
    try:
        tree = etree.parse(stream, etree.XMLParser(**PARSER_OPTIONS))
    except etree.XMLSyntaxError as problem:
        raise NotAScore("this is no MusicXML") from problem
    root = tree.getroot()
    if root is None or root.tag != "score-partwise":
        raise NotAScore("only partwise scores")
    return {
        "title": root.findtext("work/work-title", "").strip(),
        "words": [t.text or "" for t in root.iterfind("part/measure/note/lyric/text")],
    }
