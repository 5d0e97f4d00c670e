namespace FlowLab.Accelerators.Tests.Kernels.Addressing;

/// <summary>Structs in buffers, in variables and as arguments of calls.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class StructKernels
{
    private static readonly Point Origin = new(2.5f, -1f);
    private static readonly int Offset = 17;
    private const float Factor = 1.25f;

    internal static void Copy(Index1D i, ArrayView<Point> x, ArrayView<Point> r) => r[i] = x[i];

    internal static void Fields(Index1D i, ArrayView<Point> n, ArrayView<float> r)
    {
        r[i] = n[i].X * 2;
        r[i + 100] = n[i + 1].Y;
    }

    internal static void FieldStores(Index1D i, ArrayView<float> n, ArrayView<Point> r)
    {
        r[i].X = n[i];
        r[i + 1].Y += n[i];
    }

    internal static void Scattered(Index1D i, ArrayView<int> at, ArrayView<Point> n, ArrayView<Point> r) => r[at[i]] = n[at[i + 1]];

    internal static void New(Index1D i, ArrayView<float> n, ArrayView<Point> r) => r[i] = new Point(n[i], n[i + 1]);

    internal static void Initializer(Index1D i, ArrayView<float> n, ArrayView<Point> r) => r[i] = new Point { Y = n[i] };

    internal static void Default(Index1D i, ArrayView<Point> r) => r[i] = default;

    internal static void Operators(Index1D i, ArrayView<Point> n, ArrayView<Point> r) => r[i] = n[i] + n[i + 1] + Origin;

    internal static void Properties(Index1D i, ArrayView<Point> n, ArrayView<float> r) => r[i] = n[i].Length2;

    internal static void MethodsThatChange(Index1D i, ArrayView<Point> n, ArrayView<Point> r)
    {
        var point = n[i];
        point.Scale(Factor);
        point.Scale(point.X);
        r[i] = point;
        r[i].Scale(2f);
    }

    internal static void Chosen(Index1D i, ArrayView<int> n, ArrayView<Point> x, ArrayView<Point> y, ArrayView<Point> r) => r[i] = n[i] > 3 ? x[i] : y[i];

    internal static void ChangedInBranches(Index1D i, ArrayView<int> n, ArrayView<Point> r)
    {
        var point = new Point(1f, 2f);
        if (n[i] > 3)
            point.X = n[i];
        else
            point = new Point(n[i], point.X);
        r[i] = point;
    }

    internal static void ChangedInLoops(Index1D i, ArrayView<int> n, ArrayView<Point> r)
    {
        var point = Origin;
        for (var j = 0; j < n[i]; j++)
            point = new Point(point.Y + 1f, point.X * 0.5f);
        r[i] = point;
    }

    internal static void Nested(Index1D i, ArrayView<Particle> n, ArrayView<Particle> r)
    {
        var particle = n[i];
        particle.Place = particle.Place + particle.State.Speed;
        particle.State.Level++;
        particle.State.Age += 5;
        particle.Mass *= 0.5;
        particle.IsAlive = !particle.IsAlive && particle.Kind > 3;
        r[i] = particle;
    }

    internal static void NestedFields(Index1D i, ArrayView<Particle> n, ArrayView<Particle> r)
    {
        r[i].State.Speed.Y = n[i].Place.X;
        r[i].Charge = n[i].State.Level;
        r[i].Kind = (byte)n[i].Id;
        r[i].Id = n[i + 1].Charge - n[i].Kind;
        r[i].IsAlive = n[i].IsAlive;
    }

    internal static void NestedRefs(Index1D i, ArrayView<Particle> n, ArrayView<Particle> r)
    {
        ref var state = ref r[i].State;
        state.Speed = n[i].Place;
        state.Speed.Scale(3f);
        state.Age = (ushort)(n[i].State.Age * 7);
    }

    internal static void StaticReadonly(Index1D i, ArrayView<int> n, ArrayView<float> r) => r[i] = (n[i] + Offset) * Origin.X;

    internal static void Tuples(Index1D i, ArrayView<int> n, ArrayView<(int, float)> r)
    {
        var pair = (Count: n[i], Weight: n[i] * 0.5f);
        pair.Weight += pair.Count;
        r[i] = pair;
    }

    internal static void Nullables(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        int? value = n[i] > 5 ? n[i] : null;
        r[i] = value is { } number ? number : -1;
        r[i + 100] = value.GetValueOrDefault();
    }

    internal static void Records(Index1D i, ArrayView<int> n, ArrayView<float> r)
    {
        var pair = new Pair(n[i], 2f);
        var other = pair with { Weight = pair.Count };
        r[i] = other.Weight + pair.Weight + other.Count;
    }

    internal static void Indices(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var index = new Index2D(n[i], 3) + new Index2D(1, i);
        var space = new Index3D(index.X, index.Y, 2);
        r[i] = (space.X * 100) + (space.Y * 10) + space.Z;
    }

    private readonly record struct Pair(int Count, float Weight);
}
