namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Shapes of control, each with conditions that differ between lanes.</summary>
internal static class ControlKernels
{
    internal static void If(Index1D i, TestData d)
    {
        if (d.F[i] > 0)
            d.OutF[i] = d.G[i];
    }

    internal static void IfElse(Index1D i, TestData d)
    {
        float x;
        if (d.F[i] > 0)
        {
            x = d.G[i] * 2;
            d.OutN[i] = 1;
        }
        else
        {
            x = d.F[i] - 1;
            d.OutN[i] = 2;
        }
        d.OutF[i] = x + d.Scale;
    }

    internal static void Nested(Index1D i, TestData d)
    {
        int x = 0;
        if (d.F[i] > 0)
        {
            if (d.N[i] > 0)
                x = 1;
            else if (d.Small[i] > 4)
                x = 2;
            else
                d.OutF[i] = -5;
            x += 10;
        }
        else if (d.Three == 3)
        {
            x = d.Small[i] > 6 ? 3 : 4;
            d.OutF[i] = x;
        }
        d.OutN[i] = x;
    }

    internal static void ShortCircuit(Index1D i, TestData d)
    {
        if ((d.F[i] > 0 && d.N[i] > 0) || (d.Small[i] > 6 && d.G[i] < 2))
            d.OutN[i] = 7;
        else
            d.OutF[i] = 7;
    }

    internal static void EarlyReturn(Index1D i, TestData d)
    {
        if (d.F[i] < 0)
            return;
        d.OutF[i] = d.G[i];
        if (d.Small[i] > 6)
            return;
        d.OutN[i] = d.Small[i];
    }

    internal static void UniformIf(Index1D i, TestData d)
    {
        if (d.Three == 3)
            d.OutF[i] = 1;
        else
            d.OutF[i] = 2;
        float x = d.Zero > 0 ? d.F[i] : d.G[i];
        d.OutN[i] = (int)x;
    }

    internal static void UniformLoop(Index1D i, TestData d)
    {
        float sum = 0;
        for (int k = 0; k < d.Three; k++)
            sum += d.F[i + k] * k;
        d.OutF[i] = sum;
    }

    internal static void DivergentLoop(Index1D i, TestData d)
    {
        int sum = 0;
        for (int k = 0; k < d.Small[i]; k++)
            sum += d.N[i + k];
        d.OutN[i] = sum;
    }

    internal static void LeavingValues(Index1D i, TestData d)
    {
        int k = 0;
        int last = -1;
        float x = 1;
        while (k < d.Small[i])
        {
            last = k * d.Three;
            x *= 1.25f;
            k++;
        }
        d.OutN[i] = (last * 100) + k;
        d.OutF[i] = x;
    }

    internal static void DoWhile(Index1D i, TestData d)
    {
        int x = d.N[i];
        int steps = 0;
        do
        {
            x = (x >> 1) & 0x7FFFFFFF;
            steps++;
        }
        while (x > 1000);
        d.OutN[i] = steps;
    }

    internal static void Break(Index1D i, TestData d)
    {
        int found = -1;
        for (int k = 0; k < 10; k++)
        {
            if (d.Small[i + k] == 5)
            {
                found = k;
                break;
            }
        }
        d.OutN[i] = found;
    }

    internal static void Continue(Index1D i, TestData d)
    {
        float sum = 0;
        int skipped = 0;
        for (int k = 0; k < 8; k++)
        {
            if (d.Small[i + k] % 2 == 1)
            {
                skipped++;
                continue;
            }
            sum += d.G[i + k];
        }
        d.OutF[i] = sum;
        d.OutN[i] = skipped;
    }

    internal static void BreakAndContinue(Index1D i, TestData d)
    {
        int sum = 0;
        for (int k = 0; k < d.Small[i]; k++)
        {
            if (d.Small[i + k] > 10)
                break;
            if (d.Small[i + k] < 3)
                continue;
            sum += (d.Small[i + k] * 10) + k;
        }
        d.OutN[i] = sum;
    }

    internal static void ReturnInLoop(Index1D i, TestData d)
    {
        for (int k = 0; k < d.Small[i]; k++)
        {
            if (d.N[i + k] < -1000000)
            {
                d.OutF[i] = k;
                return;
            }
        }
        d.OutN[i] = 1234;
    }

    internal static void NestedLoops(Index1D i, TestData d)
    {
        int sum = 0;
        for (int a = 0; a < d.Small[i]; a++)
        {
            for (int b = 0; b < d.Small[i + a]; b++)
            {
                if (b == 7)
                    break;
                sum += (a * 16) + b;
            }
            sum ^= a;
        }
        d.OutN[i] = sum;
    }

    internal static void UniformInDivergent(Index1D i, TestData d)
    {
        float sum = 0;
        for (int a = 0; a < d.Small[i]; a++)
        {
            for (int b = 0; b < d.Three; b++)
                sum += d.G[(a * 3) + b];
            if (d.Three == 3)
                sum *= 0.5f;
            else
                sum *= 2f;
        }
        d.OutF[i] = sum;
    }

    internal static void DivergentInUniform(Index1D i, TestData d)
    {
        int sum = 0;
        for (int a = 0; a < d.Three; a++)
        {
            int k = d.Small[i + a];
            while (k > 0)
            {
                sum += k + a;
                k -= 2;
            }
            d.OutF[i] = k;
        }
        d.OutN[i] = sum;
    }

    internal static void NestedBreaks(Index1D i, TestData d)
    {
        int rounds = 0;
        int last = 0;
        for (int a = 0; a < 6; a++)
        {
            for (int b = 0; b < 6; b++)
            {
                rounds++;
                last = (a * 10) + b;
                if (d.Small[i + a + b] == 11)
                    goto done;
                if (d.Small[i + a + b] == 3)
                    break;
            }
        }
    done:
        d.OutN[i] = (rounds * 1000) + last;
    }

    internal static void Switch(Index1D i, TestData d)
    {
        switch (d.Small[i])
        {
            case 0:
                d.OutN[i] = 10;
                break;
            case 1:
            case 2:
                d.OutN[i] = 20;
                break;
            case 3:
                d.OutF[i] = 30;
                break;
            default:
                d.OutN[i] = d.Small[i];
                break;
        }
    }

    internal static void Newton(Index1D i, TestData d)
    {
        float target = d.G[i] > 0 && d.G[i] < 100 ? d.G[i] : 1;
        float y = target;
        float change = 1;
        for (int k = 0; k < 30 && change > 1e-6f * y; k++)
        {
            float next = 0.5f * (y + (target / y));
            change = next > y ? next - y : y - next;
            y = next;
        }
        d.OutF[i] = d.F[i] < 0 ? -y : y;
    }

    internal static void Interleaved(Index1D tile, TestData d)
    {
        int end = (tile * d.One) + (5 * d.Three);
        end = end < 50 ? end : 50;
        float sum = 0;
        for (int s = tile * d.One; s < end; s += d.Three)
        {
            sum += d.G[s];
            d.OutF[tile] += d.F[s] * d.G[tile * d.Zero];
        }
        d.OutN[tile] = (int)sum;
    }

    internal static void Strided(Index1D tile, TestData d)
    {
        int first = tile * d.Three;
        for (int s = first; s < first + 3; s++)
            d.OutF[s] = d.F[s] + d.G[tile];
    }

    internal static void Rows(Index2D at, TestData d)
    {
        if (at.Y == 1 && d.Small[at.X] > 6)
            return;
        float sum = at.Y;
        for (int k = at.Y; k < 3; k++)
            sum += d.F[(at.X * d.One) + k];
        d.OutF[(at.Y * 48) + at.X] = sum;
        d.OutN[(at.Y * 48) + at.X] = at.Y * at.X;
    }

    [OneThread]
    internal static void Cube(Index3D at, TestData d) => d.OutN[(((at.Z * 2) + at.Y) * 39) + (at.X % 39)] = at.X + (at.Y * 100) + (at.Z * 1000);

    internal static void SwapInLoop(Index1D i, TestData d)
    {
        int a = d.N[i], b = i;
        for (int k = 0; k < d.Small[i]; k++)
            (a, b) = (b, a + b);
        d.OutN[i] = a;
        d.OutF[i] = b;
    }

    internal static void TwoExits(Index1D i, TestData d)
    {
        int k = 0;
        float tail = 0;
        while (true)
        {
            if (k >= d.Three * 3)
            {
                tail = 1;
                break;
            }
            if (d.Small[i + k] == 2)
            {
                tail = d.G[i + k];
                break;
            }
            k++;
        }
        d.OutF[i] = tail;
        d.OutN[i] = k;
    }
}
