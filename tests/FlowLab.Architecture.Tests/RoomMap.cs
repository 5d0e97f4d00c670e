using System.Globalization;
using System.Text;

namespace FlowLab.Architecture.Tests;

/// <summary>Mermaid figures of the rooms, one per project.</summary>
internal static class RoomMap
{
    public static string OfHouse()
    {
        var text = new StringBuilder();
        foreach (Storey storey in House.Storeys)
        {
            Rooms rooms = Rooms.Of(storey);
            text.Append(CultureInfo.InvariantCulture, $"\n`{storey.Assembly}`: {storey.Rooms.Count} rooms, {rooms.Arrows.Count} arrows.\n\n```mermaid\nflowchart RL\n");
            foreach (string room in storey.Rooms.Where(room => !rooms.Arrows.Any(arrow => arrow.From == room || arrow.To == room)))
                text.Append(CultureInfo.InvariantCulture, $"    {Node(storey, room)}\n");
            foreach (Arrow arrow in rooms.DrawnArrows())
                text.Append(CultureInfo.InvariantCulture, $"    {Node(storey, arrow.From)} --> {Node(storey, arrow.To)}\n");
            text.Append("```\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Node(Storey storey, string room) => $"{storey.NameOf(room).Replace(".", "", StringComparison.Ordinal)}[{storey.NameOf(room)}]";
}
