// One list model for every list: rows are gadgets, and their properties are the roles.
#pragma once

#include <QAbstractListModel>
#include <QMetaProperty>
#include <QQmlEngine>
#include <vector>

namespace meridian::app {

class RowModelBase : public QAbstractListModel {
  Q_OBJECT
  QML_NAMED_ELEMENT(RowModel)
  QML_UNCREATABLE("belongs to a view model")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  using QAbstractListModel::QAbstractListModel;
  [[nodiscard]] int count() const { return rowCount({}); }
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 signals:
  void countChanged();

 protected:
  [[nodiscard]] virtual const QMetaObject& rowType() const = 0;
  [[nodiscard]] virtual const void* rowAt(int index) const = 0;
};

// `Row` is a Q_GADGET with MEMBER properties, comparable by ==, and with a member `key` (QString) that tells
// which row is which. New rows are laid over the old ones by key, so that a view keeps its place.
template <class Row>
class RowModel final : public RowModelBase {
 public:
  using RowModelBase::RowModelBase;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
  }
  [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
  [[nodiscard]] const Row* find(const QString& key) const {
    for (const auto& row : m_rows)
      if (row.key == key) return &row;
    return nullptr;
  }

  void setRows(std::vector<Row> rows) {
    const int before = rowCount();
    // Rows that stay in place change; the first difference of keys onwards is replaced.
    std::size_t same = 0;
    while (same < rows.size() && same < m_rows.size() && rows[same].key == m_rows[same].key)
      ++same;
    for (std::size_t i = 0; i < same; ++i) {
      if (m_rows[i] == rows[i]) continue;
      m_rows[i] = std::move(rows[i]);
      const QModelIndex at = index(static_cast<int>(i));
      emit dataChanged(at, at);
    }
    if (same < m_rows.size()) {
      beginRemoveRows({}, static_cast<int>(same), static_cast<int>(m_rows.size()) - 1);
      m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(same), m_rows.end());
      endRemoveRows();
    }
    if (same < rows.size()) {
      beginInsertRows({}, static_cast<int>(same), static_cast<int>(rows.size()) - 1);
      for (std::size_t i = same; i < rows.size(); ++i)
        m_rows.push_back(std::move(rows[i]));
      endInsertRows();
    }
    if (before != rowCount()) emit countChanged();
  }

 protected:
  [[nodiscard]] const QMetaObject& rowType() const override { return Row::staticMetaObject; }
  [[nodiscard]] const void* rowAt(int index) const override {
    return &m_rows[static_cast<std::size_t>(index)];
  }

 private:
  std::vector<Row> m_rows;
};

} // namespace meridian::app
