namespace FlowLab.Architecture.Tests;

/// <summary>A project and its rooms.</summary>
/// <param name="Assembly">The name of its assembly.</param>
/// <param name="Namespace">The namespace that all of its rooms are in.</param>
/// <param name="Rooms">The namespaces of the rooms behind <paramref name="Namespace"/>, in order; empty for that namespace itself.</param>
internal sealed record Storey(string Assembly, string Namespace, IReadOnlyList<string> Rooms)
{
    public override string ToString() => Assembly;

    /// <summary>The room of a namespace.</summary>
    public string RoomOf(string space) => space == Namespace ? "" : space[(Namespace.Length + 1)..];

    /// <summary>The position of a room in the order; -1 if it has none.</summary>
    public int PositionOf(string room) => Rooms.ToList().IndexOf(room);

    /// <summary>The name of a room for people.</summary>
    public string NameOf(string room) => room.Length == 0 ? Namespace.Split('.')[^1] : room;
}
