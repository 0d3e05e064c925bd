#include "app/view_models/row_model.h"

namespace meridian::app {

QHash<int, QByteArray> RowModelBase::roleNames() const {
  QHash<int, QByteArray> names;
  const QMetaObject& type = rowType();
  for (int i = type.propertyOffset(); i < type.propertyCount(); ++i)
    names.insert(Qt::UserRole + i, type.property(i).name());
  return names;
}

QVariant RowModelBase::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const int property = role - Qt::UserRole;
  const QMetaObject& type = rowType();
  if (property < type.propertyOffset() || property >= type.propertyCount()) return {};
  return type.property(property).readOnGadget(rowAt(index.row()));
}

} // namespace meridian::app
