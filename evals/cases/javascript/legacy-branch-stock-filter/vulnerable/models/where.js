// builds the additional conditions of our list pages
// fields: { requestName: 'column' }
module.exports = function where(fields, input) {
  var out = '';
  Object.keys(fields).forEach(function (name) {
    var value = input[name];
    if (value === undefined || value === '') return;
    if (Array.isArray(value)) {
      out += ' AND ' + fields[name] + " IN ('" + value.join("','") + "')";
    } else {
      out += ' AND ' + fields[name] + " = '" + value + "'";
    }
  });
  return out;
};
