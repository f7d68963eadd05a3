// builds the additional conditions of our list pages
// fields: { requestName: 'column' }
module.exports = function where(fields, input) {
  var out = { sql: '', values: [] };
  Object.keys(fields).forEach(function (name) {
    var value = input[name];
    if (value === undefined || value === '') return;
    if (Array.isArray(value)) {
      out.sql += ' AND ' + fields[name] + ' IN (' + value.map(function () { return '?'; }).join(',') + ')';
      out.values = out.values.concat(value.map(String));
    } else {
      out.sql += ' AND ' + fields[name] + ' = ?';
      out.values.push(String(value));
    }
  });
  return out;
};
