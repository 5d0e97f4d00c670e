namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Where a thread is in grid, group and warp.</summary>
public class PlaceTests(GroupDevice device) : GroupTests(device)
{
    [Test]
    public void A_line_of_groups()
    {
        var places = Runs.Empty<int>(6 * 8);
        Runs.Check(Line, (2, 3), places);
        int[] expected = [.. Enumerable.Range(0, 6).SelectMany(thread => (int[])[thread / 3, thread % 3, 2, 3, thread, thread % 3 == 0 ? 1 : 0, thread % 3 == 2 ? 1 : 0, thread])];
        Assert.That(places.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void A_plane_of_groups()
    {
        var (grid, group) = (new Index2D(3, 2), new Index2D(2, 4));
        var places = Runs.Empty<int>(6 * 8);
        Runs.Check(Plane, (grid, group), places);
        var result = places.GetAsArray();
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 6; x++)
                Assert.That(result[(y * 6) + x], Is.EqualTo((x / 2 * 1000) + (y / 4 * 100) + (x % 2 * 10) + (y % 4)), $"{x}, {y}");
        }
    }

    [Test]
    public void A_space_of_groups()
    {
        var (grid, group) = (new Index3D(2, 3, 2), new Index3D(2, 2, 3));
        var places = Runs.Empty<int>(grid.Size * group.Size * 3);
        Runs.Check(Space, new KernelConfig(grid, group), places);
        var result = places.GetAsArray();
        Assert.That(result.Where((_, i) => i % 3 == 0), Is.EqualTo(Enumerable.Range(0, 144)), "the linear index of the thread counts group by group");
        var globals = Enumerable.Range(0, 144).Select(i => (Linear: result[(3 * i) + 1], Long: result[(3 * i) + 2])).ToList();
        Assert.That(globals.Select(global => global.Linear).Order(), Is.EqualTo(Enumerable.Range(0, 144)), "every point of the space once");
        Assert.That(globals.Select(global => global.Long), Is.EqualTo(globals.Select(global => global.Linear)));
    }

    [Test]
    public void Lanes_are_neighbours_in_the_linear_order_of_the_group()
    {
        var (lanes, warp) = (Runs.Empty<int>(24 * 4), GroupRuns.WarpSize);
        Runs.Check(Lanes, new KernelConfig(new Index3D(1, 1, 1), new Index3D(6, 2, 2)), lanes);
        int[] expected = [.. Enumerable.Range(0, 24).SelectMany(thread => (int[])[thread % warp, thread / warp, warp, thread % warp == 0 ? 1 : thread % warp == warp - 1 ? 2 : 0])];
        Assert.That(lanes.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Places_of_a_kernel_with_an_index_count_along_its_linear_order()
    {
        var places = Runs.Empty<int>(15 * 4);
        Runs.CheckIndexed(Indexed, new Index2D(5, 3), 4, places);
        int[] expected = [.. Enumerable.Range(0, 15).SelectMany(instance => (int[])[instance / 4, instance % 4, 4, 4])];
        Assert.That(places.GetAsArray(), Is.EqualTo(expected));
    }

    private static void Line(ArrayView<int> places)
    {
        var thread = Grid.GlobalIndex.X;
        var own = places.SubView(thread * 8, 8);
        (own[0], own[1], own[2], own[3]) = (Grid.IdxX, Group.IdxX, Grid.DimX, Group.DimX);
        (own[4], own[5], own[6]) = (Grid.GlobalLinearIndex, Group.IsFirstThread ? 1 : 0, Group.IsLastThread ? 1 : 0);
        own[7] = (int)(long)Grid.ComputeLongGlobalIndex((Index1D)Grid.IdxX, (Index1D)Group.IdxX);
    }

    private static void Plane(ArrayView<int> places)
    {
        var index = Grid.ComputeGlobalIndex(Grid.Index.XY, Group.Index.XY);
        places[(index.Y * Grid.DimX * Group.DimX) + index.X] = (Grid.IdxX * 1000) + (Grid.IdxY * 100) + (Group.IdxX * 10) + Group.IdxY;
    }

    private static void Space(ArrayView<int> places)
    {
        var (global, extent) = (Grid.GlobalIndex, Grid.Dimension * Group.Dimension);
        var wide = Grid.LongGlobalIndex;
        places[3 * Grid.GlobalLinearIndex] = (Grid.LinearIndex * Group.Dimension.Size) + Group.LinearIndex;
        places[(3 * Grid.GlobalLinearIndex) + 1] = (((global.Z * extent.Y) + global.Y) * extent.X) + global.X;
        places[(3 * Grid.GlobalLinearIndex) + 2] = (int)((((wide.Z * extent.Y) + wide.Y) * extent.X) + wide.X);
    }

    private static void Lanes(ArrayView<int> lanes)
    {
        var own = lanes.SubView(4 * Group.LinearIndex, 4);
        (own[0], own[1], own[2]) = (Warp.LaneIdx, Warp.WarpIdx, Warp.WarpSize);
        own[3] = (Warp.IsFirstLane ? 1 : 0) + (Warp.IsLastLane ? 2 : 0);
    }

    private static void Indexed(Index2D index, ArrayView<int> places)
    {
        var own = places.SubView(4 * ((index.Y * 5) + index.X), 4);
        (own[0], own[1], own[2], own[3]) = (Grid.IdxX, Group.IdxX, Grid.DimX, Group.DimX);
    }
}
