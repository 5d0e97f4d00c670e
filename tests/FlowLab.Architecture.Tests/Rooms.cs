using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Reflection = System.Reflection;

namespace FlowLab.Architecture.Tests;

/// <summary>The rooms of a project and the arrows between them, read from its assembly: bodies, signatures, attributes, generic arguments.</summary>
internal sealed class Rooms
{
    private static readonly Dictionary<string, Rooms> Known = [];

    private Rooms(Storey storey)
    {
        IType[] types = [.. Load(storey.Assembly).Types.Where(type => IsOf(type, storey))];
        Names = [.. types.Select(type => storey.RoomOf(type.Namespace.FullName)).Distinct()];
        Arrows = [.. types
            .SelectMany(type => type.Dependencies.Select(dependency => dependency.Target).Where(target => IsOf(target, storey)).Select(target => (type, target)))
            .Where(pair => pair.type.Namespace.FullName != pair.target.Namespace.FullName)
            .GroupBy(pair => (From: storey.RoomOf(pair.type.Namespace.FullName), To: storey.RoomOf(pair.target.Namespace.FullName)))
            .Select(group => new Arrow(group.Key.From, group.Key.To, [.. group.Select(pair => $"{NameOf(pair.type)} -> {NameOf(pair.target)}").Distinct().Order(StringComparer.Ordinal)]))
            .OrderBy(arrow => storey.PositionOf(arrow.From)).ThenBy(arrow => storey.PositionOf(arrow.To))];
    }

    /// <summary>The rooms that have types.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>In the order of the rooms that they leave.</summary>
    public IReadOnlyList<Arrow> Arrows { get; }

    public static Rooms Of(Storey storey)
    {
        lock (Known)
            return Known.TryGetValue(storey.Assembly, out Rooms? rooms) ? rooms : Known[storey.Assembly] = new Rooms(storey);
    }

    /// <summary>The arrows that no way over other arrows stands for; what is drawn.</summary>
    public IEnumerable<Arrow> DrawnArrows() => Arrows.Where(arrow => !Arrows.Any(first => first.From == arrow.From && first.To != arrow.To && Leads(first.To, arrow.To)));

    private bool Leads(string from, string to) => from == to || Arrows.Any(arrow => arrow.From == from && Leads(arrow.To, to));

    private static ArchUnitNET.Domain.Architecture Load(string assembly) => new ArchLoader().LoadAssembly(Reflection.Assembly.Load(assembly)).Build();

    /// <summary>
    /// The loader takes type parameters of one name for the same, wherever they are declared, so they say nothing; nor does what Razor makes of a project's usings.
    /// </summary>
    private static bool IsOf(IType type, Storey storey) =>
        type is not GenericParameter && type.Name != "_Imports" && type.Assembly?.Name.Split(',')[0] == storey.Assembly && type.Namespace is { } space && (space.FullName + ".").StartsWith(storey.Namespace + ".", StringComparison.Ordinal);

    /// <summary>The type that a person wrote: closures and other types of the compiler are part of the type that holds them.</summary>
    private static string NameOf(IType type) => type.FullName[(type.Namespace.FullName.Length + 1)..].Split('+', '/', '`')[0];
}
