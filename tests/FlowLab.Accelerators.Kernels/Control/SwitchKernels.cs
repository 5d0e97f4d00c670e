namespace FlowLab.Accelerators.Tests.Kernels.Control;

/// <summary>Switches of every shape.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class SwitchKernels
{
    internal static void Dense(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        switch (n[i])
        {
            case 0:
                r[i] = 10;
                break;
            case 1:
                r[i] = 11;
                break;
            case 2:
            case 3:
                r[i + 100] = 12;
                break;
            case 4:
                return;
            default:
                r[i] = -n[i];
                break;
        }

        r[i + 200] = 1;
    }

    internal static void WithoutDefault(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        switch (n[i])
        {
            case 5:
                r[i] = 1;
                break;
            case 6:
                r[i] = 2;
                break;
            case 7:
                r[i] = 3;
                break;
        }
    }

    internal static void Sparse(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        switch (n[i] * 1000)
        {
            case -6000:
                r[i] = 1;
                break;
            case 3000:
                r[i] = 2;
                break;
            case 20000:
                r[i] = 3;
                break;
            default:
                r[i] = 4;
                break;
        }
    }

    internal static void FallThroughByGoto(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var value = 0;
        switch (n[i] & 3)
        {
            case 0:
                value += 1;
                goto case 1;
            case 1:
                value += 10;
                goto default;
            case 2:
                value += 100;
                break;
            default:
                value += 1000;
                break;
        }

        r[i] = value;
    }

    internal static void Expression(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = n[i] switch
    {
        < 0 => -1,
        0 or 1 or 2 => 5,
        > 10 and < 15 => n[i] * 2,
        20 => 7,
        _ => n[i],
    };

    internal static void WithGuards(Index1D i, ArrayView<int> n, ArrayView<int> x, ArrayView<int> r) => r[i] = n[i] switch
    {
        var value when value > x[i] => value,
        5 when x[i] > 3 => 55,
        5 => 56,
        _ => -1,
    };

    internal static void OfEnum(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = (DayOfWeek)(n[i] & 7) switch
    {
        DayOfWeek.Monday => 1,
        DayOfWeek.Saturday or DayOfWeek.Sunday => 2,
        _ => 3,
    };

    internal static void OfLong(Index1D i, ArrayView<long> n, ArrayView<int> r)
    {
        switch (n[i])
        {
            case 3:
                r[i] = 1;
                break;
            case 0x100000003:
                r[i] = 2;
                break;
            case -5:
                r[i] = 3;
                break;
        }
    }

    internal static void OfByte(Index1D i, ArrayView<byte> x, ArrayView<int> r) => r[i] = x[i] switch
    {
        0 => 1,
        127 => 2,
        128 => 3,
        255 => 4,
        < 50 => 5,
        _ => 6,
    };

    internal static void OfPair(Index1D i, ArrayView<int> n, ArrayView<int> x, ArrayView<int> r) => r[i] = (n[i] > 5, x[i] > 0) switch
    {
        (true, true) => 1,
        (true, false) => 2,
        (false, true) => 3,
        _ => 4,
    };

    internal static void OfUniform(Index1D i, int n, ArrayView<int> x, ArrayView<int> r)
    {
        switch (n)
        {
            case 6:
                r[i] = -1;
                break;
            case 7:
                r[i] = x[i];
                break;
            case 8:
                r[i] = 1;
                break;
        }
    }

    internal static void InLoop(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var state = n[i] & 3;
        for (var step = 0; step < 12; step++)
        {
            switch (state)
            {
                case 0:
                    state = 2;
                    continue;
                case 1:
                    state = 3;
                    r[i] += step;
                    break;
                case 2:
                    state = 1;
                    break;
                default:
                    r[i] += 100;
                    state = (step + n[i]) & 3;
                    break;
            }

            r[i] ^= state;
        }
    }

    internal static void ReturnFromLoop(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        for (var step = 0; ; step++)
        {
            switch (step - (n[i] & 7))
            {
                case 0:
                case 1:
                    r[i] = step;
                    return;
                case 5:
                    r[i] = -step;
                    return;
            }
        }
    }
}
