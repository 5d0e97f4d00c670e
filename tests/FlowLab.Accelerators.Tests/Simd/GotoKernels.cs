namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Control that no structured statement makes: jumps into loops, regions that meet crosswise.</summary>
internal static class GotoKernels
{
    internal static void JumpIntoLoop(Index1D i, TestData d)
    {
        int k = 0;
        int sum = 0;
        if (d.Small[i] > 6)
            goto middle;
    top:
        sum += 10;
        k++;
    middle:
        sum += k;
        if (sum < 40 + d.Small[i])
            goto top;
        d.OutN[i] = sum;
    }

    internal static void TwoEntries(Index1D i, TestData d)
    {
        int k = d.Small[i];
        float x = d.G[i];
        if (k % 3 == 0)
            goto first;
        if (k % 3 == 1)
            goto second;
    third:
        x += 1;
        if (k++ > 20)
            goto done;
    first:
        x *= 0.5f;
        if (k++ > 18)
            goto third;
    second:
        x -= 2;
        if (k++ < 30)
            goto first;
        goto third;
    done:
        d.OutF[i] = x;
        d.OutN[i] = k;
    }

    internal static void UniformJumpIntoLoop(Index1D i, TestData d)
    {
        int k = 0;
        float sum = d.F[i];
        if (d.Three == 3)
            goto middle;
    top:
        sum += d.G[i + k];
    middle:
        k++;
        sum *= 0.5f;
        if (k < d.Three + 4)
            goto top;
        d.OutF[i] = sum;
    }

    internal static void CycleInCycle(Index1D i, TestData d)
    {
        int a = 0, b = 0, rounds = 0;
        if (d.Small[i] > 8)
            goto inner;
    outer:
        a++;
        if ((a & 1) == 0)
            goto middle;
    inner:
        b += 2;
    middle:
        b++;
        rounds++;
        if (rounds > 40)
            goto done;
        if (b % 5 != 0)
            goto inner;
        if (a < d.Small[i])
            goto outer;
    done:
        d.OutN[i] = (a * 10000) + (b * 100) + rounds;
    }

    internal static void Crosswise(Index1D i, TestData d)
    {
        if (d.Three == 3)
            goto left;
        if (d.F[i] > 0)
            goto shared;
        d.OutN[i] = 1;
        goto end;
    left:
        if (d.G[i] > 1)
            goto leftSide;
        d.OutN[i] = 2;
        goto shared;
    leftSide:
        d.OutF[i] = 3;
    shared:
        d.OutF[i] += 4;
    end:
        d.OutN[i] += 5;
    }

    internal static void CrosswiseInLoop(Index1D i, TestData d)
    {
        for (int k = 0; k < 4; k++)
        {
            if ((k & 1) == 0)
            {
                if (d.Small[i + k] > 6)
                    d.OutN[i] += 1;
                else
                    d.OutN[i] *= 3;
            }
            else if (d.Small[i] > 3)
                goto skip;
            d.OutF[i] += d.G[i + k];
        skip:
            d.OutN[i] ^= k;
        }
    }

    internal static void LeaveTwoLoops(Index1D i, TestData d)
    {
        int sum = 0;
        for (int a = 0; a < 5; a++)
        {
            for (int b = 0; b < 5; b++)
            {
                sum += (a * 5) + b;
                if (d.Small[i + a] == b)
                    goto next;
                if (d.Small[i + b] + a == 11)
                    goto done;
            }
            sum += 100;
        next:
            sum ^= 1;
        }
        sum += 1000;
    done:
        d.OutN[i] = sum;
    }

    internal static void Machine(Index1D i, TestData d)
    {
        int state = d.Small[i] & 3;
        int steps = 0;
        int sum = 0;
        while (steps++ < 12)
        {
            switch (state)
            {
                case 0:
                    state = d.Small[i + steps] & 3;
                    break;
                case 1:
                    sum += steps;
                    state = 2;
                    goto case 2;
                case 2:
                    sum *= 3;
                    state = sum & 1;
                    break;
                default:
                    sum ^= 0x55;
                    state = 1;
                    continue;
            }
            sum++;
        }
        d.OutN[i] = sum;
    }
}
