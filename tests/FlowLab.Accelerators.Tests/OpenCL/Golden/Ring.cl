// GoldenKernels.Ring
#pragma OPENCL FP_CONTRACT OFF

typedef int __attribute__((may_alias)) int_m;

__kernel void GoldenKernels_Ring(
    const long extent_x,
    __global uchar* p1_n_ptr_buffer,
    const long p1_n_ptr_offset)
{
    if ((long)get_global_id(0) >= extent_x) return;
    __global uchar* const p1_n_ptr = p1_n_ptr_buffer + p1_n_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    int v7;
    int v8;
    int v9;
    int v10;
    __global uchar* v2 = p1_n_ptr + (long)at_i_X * 4L;
    int v3 = *(__global int_m*)v2;
    int v4 = (int)((uint)at_i_X + (uint)1);
    __global uchar* v5 = p1_n_ptr + (long)v4 * 4L;
    int v6 = *(__global int_m*)v5;
    v7 = 0;
    v8 = v3;
    v9 = v6;
    v10 = 7;
b1:;
    int v11 = v7 < at_i_X;
    if (!v11)
    {
        goto b3;
    }
    int v12 = (int)((uint)v7 + (uint)1);
    v7 = v12;
    int copy0 = v8;
    v8 = v9;
    v9 = v10;
    v10 = copy0;
    goto b1;
b3:;
    int v13 = (int)((uint)3 * (uint)v9);
    int v14 = (int)((uint)v8 - (uint)v13);
    int v15 = (int)((uint)v14 + (uint)v10);
    *(__global int_m*)v2 = v15;
}
