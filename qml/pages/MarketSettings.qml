import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// One market's facts: when it launches and what that means for the others, where it is, whose holidays it keeps,
// and whether its posts need a token.
Card {
    id: card

    required property Session session
    required property CampaignEditModel campaign
    required property string key
    required property string launch
    required property string city
    required property string zone
    required property string holidays
    required property bool needsToken
    readonly property var _countries: ["", "US", "RU"]
    // As it is being chosen; what arrives wins.
    property string _launch: ""
    onLaunchChanged: card._launch = card.launch
    Component.onCompleted: card._launch = card.launch

    ColumnLayout {
        width: parent.width
        spacing: Theme.space16

        ColumnLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            GridLayout {
                id: launching
                columns: Theme.effectiveScale < Theme.stackScale ? 2 : 1
                columnSpacing: Theme.space8
                rowSpacing: Theme.space8
                Layout.fillWidth: true
                DateField {
                    session: card.session
                    label: qsTr("Launch, %1", "Name of a field; %1 is the market's city").arg(card.city)
                    zone: card.zone
                    value: card._launch
                    readOnly: !card.campaign.mayEdit
                    Layout.fillWidth: true
                    onPicked: value => card._launch = value
                }
                AppButton {
                    text: qsTr("Set date", "Button")
                    visible: card.campaign.mayEdit
                    enabled: card._launch !== card.launch
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: launching.columns > 1 ? Theme.space24 : 0
                    onClicked: card.campaign.setLaunch(card.key, card._launch)
                }
            }
            LaunchAdviceStrip {
                session: card.session
                market: card.key
                typed: card._launch
                mayChoose: card.campaign.mayEdit
                Layout.fillWidth: true
                onChosen: typed => card._launch = typed
            }
        }
        ZoneField {
            session: card.session
            zone: card.zone
            enabled: card.campaign.mayEdit
            Layout.fillWidth: true
            onChosen: zone => card.campaign.setZone(card.key, zone)
        }
        SelectField {
            label: qsTr("Public holidays", "Name of a choice: of which country")
            model: [qsTr("None", "A choice: no country’s holidays"), qsTr("United States", "A choice: a country"), qsTr("Russia", "A choice: a country")]
            currentIndex: Math.max(0, card._countries.indexOf(card.holidays))
            enabled: card.campaign.mayEditMarket
            Layout.fillWidth: true
            onActivated: index => card.campaign.setHolidays(card.key, card._countries[index])
        }
        CheckRow {
            text: qsTr("Each post needs an ad-marking token", "A tick: a rule of a market")
            reason: qsTr("Without its token a deliverable cannot go live here.", "Below a tick")
            checked: card.needsToken
            enabled: card.campaign.mayEditMarket
            Layout.fillWidth: true
            onToggled: card.campaign.setNeedsToken(card.key, checked)
        }
    }
}
