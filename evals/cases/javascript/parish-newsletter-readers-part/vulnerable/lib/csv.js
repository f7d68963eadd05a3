'use strict';

const cell = (value) => {
    const text = value === null || value === undefined ? '' : String(value);
    // a leading formula sign would be run by spreadsheet programs
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${plain.replace(/"/g, '""')}"`;
};

exports.toCsv = (rows) => {
    if (rows.length === 0) {
        return '';
    }
    const columns = Object.keys(rows[0]);
    return [columns, ...rows.map((row) => columns.map((name) => row[name]))]
        .map((line) => line.map(cell).join(','))
        .join('\r\n');
};
