namespace FlowLab.Architecture.Tests;

/// <summary>Rooms point one way.</summary>
[TestFixture]
internal sealed class DirectionTests
{
    private static IReadOnlyList<Storey> Storeys => House.Storeys;

    [TestCaseSource(nameof(Storeys))]
    public void Every_room_has_its_place_in_the_order(Storey storey) =>
        Assert.That(Rooms.Of(storey).Names, Is.EquivalentTo(storey.Rooms), $"House.cs lists the rooms of {storey.Assembly}.");

    [TestCaseSource(nameof(Storeys))]
    public void No_room_knows_a_later_one(Storey storey)
    {
        IReadOnlyList<Arrow> arrows = Rooms.Of(storey).Arrows;
        Assert.That(arrows, Is.Not.Empty, "a house without arrows was not read");
        Assert.That(
            arrows.Where(arrow => storey.PositionOf(arrow.From) <= storey.PositionOf(arrow.To)), Is.Empty,
            $"arrows of {storey.Assembly} that point against the order in House.cs; move what is known to an earlier room, or hand it in");
    }

    /// <summary>What holds the order: without it, an arrow that the loader does not see would be a hole.</summary>
    [Test]
    public void Arrows_are_seen_in_bodies_signatures_attributes_and_generic_arguments()
    {
        string[] reasons = [.. House.Storeys.SelectMany(storey => Rooms.Of(storey).Arrows).SelectMany(arrow => arrow.Reasons)];
        Assert.Multiple(() =>
        {
            Assert.That(reasons, Does.Contain("KernelFrontend -> PhiSimplification"), "only made and called within a method");
            Assert.That(reasons, Does.Contain("TrainingBuffers -> TrainingDefinition").Or.Contain("IObjective -> TrainingBuffers"), "a parameter");
            Assert.That(reasons, Does.Contain("IObjective -> DiagnosedFigure"), "only a generic argument");
            Assert.That(reasons, Does.Contain("Intrinsics -> PortableMath").Or.Contain("MathBodies -> PortableMath"), "a type that is only named by typeof");
        });
    }
}
