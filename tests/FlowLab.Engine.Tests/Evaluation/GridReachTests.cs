using FlowLab.Energies;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Tests.Evaluation;

public sealed class GridReachTests
{
    private static readonly EnergyGrid Grid = new(-8, 8, 200);

    [TestCase(5, 1)]
    [TestCase(9, 2)]
    [TestCase(40, 8)]
    public void The_grid_grows_until_it_holds_every_draw(double distance, int factor)
    {
        GridReach reach = Reach(distance);
        Assert.That(reach.Factor(), Is.EqualTo(factor));
        Assert.That(reach.ShareOn(factor), Is.EqualTo(1));
        EnergyGrid grown = reach.Widened(factor);
        Assert.That((grown.Minimum, grown.Maximum), Is.EqualTo((-8.0 * factor, 8.0 * factor)));
        Assert.That(grown.Spacing, Is.EqualTo(Grid.Spacing).Within(1e-12), "no coarser while there are cells enough");
    }

    [Test]
    public void A_density_that_no_fine_grid_holds_has_none()
    {
        GridReach reach = Reach(3000);
        Assert.That(reach.Factor(), Is.Null);
        Assert.That(reach.ShareOn(1), Is.EqualTo(0.5));
    }

    [Test]
    public void Draws_that_are_no_numbers_lie_on_no_grid()
    {
        GridReach reach = new(Grid);
        reach.Add(float.NaN, 0);
        Assert.That((reach.Factor(), reach.ShareOn(GridReach.LargestFactor)), Is.EqualTo(((int?)null, 0.0)));
    }

    private static GridReach Reach(double distance)
    {
        GridReach reach = new(Grid);
        for (int i = 0; i < 100; i++)
            reach.Add(i % 2 == 0 ? 1 : (float)distance, -2);
        return reach;
    }
}
